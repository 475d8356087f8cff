package import MAAS

/// Why a workflow stopped, in words for the person who started it.
package struct WorkflowError: Error, Sendable {
    /// What kind of end it is; exit codes follow from it.
    package enum Kind: Sendable, Equatable {
        /// What was asked for cannot be asked for.
        case invalidInput
        /// Nothing, or more than one thing, answers to the name given.
        case notFound
        case ambiguous
        /// The change would do harm; nothing was changed.
        case refused
        /// The region says that it failed.
        case failed
        /// A signature or a digest does not hold.
        case verification
        /// Something could not be reached; trying again may help.
        case unreachable
        /// Nothing moved any more; trying again may help.
        case stalled
        /// The deadline passed with work still going on.
        case deadline
        /// Interrupted half-way; the message says what was put back.
        case incomplete
        /// A part was done and stays; the message says which, and what is left to do.
        case partly
    }

    package let kind: Kind
    /// What happened.
    package let message: String
    /// What to do next.
    package let hint: String?
    /// The region's own words, when there are any.
    package let regionText: String?
    /// The request that failed underneath, when there was one.
    package let cause: RegionError?

    package init(
        _ kind: Kind, _ message: String, hint: String? = nil, regionText: String? = nil,
        cause: RegionError? = nil
    ) {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.regionText = regionText
        self.cause = cause
    }
}
