package import MAAS

/// What will be done to one boot source. A value: making it asks and changes nothing.
package struct SourcePlan: Sendable, Equatable {
    package enum Action: Sendable, Equatable {
        case nothing(BootSource)
        case create
        case update(BootSource)
        /// A stored keyring gives way to a path, which no region can do in place: the source is made
        /// anew with its selections.
        case replace(BootSource)
    }

    package let action: Action
    /// The fields to send; for a replacement, all of the new source's.
    package let change: BootSourceChange
    /// What the person should know before it is done.
    package let warnings: [String]

    package var changesAnything: Bool {
        if case .nothing = action { return false }
        return true
    }

    /// Whether images will come from elsewhere, or be checked with other keys.
    package var changesStream: Bool {
        changesAnything && (change.url != nil || change.keyring != nil)
    }

    /// Whether an existing source gets another address in place, which has 3.8 fetch its images by
    /// itself.
    var movesSource: Bool {
        if case .update = action { return change.url != nil }
        return false
    }

    /// The source as it is now; nil for one to be created.
    package var current: BootSource? {
        switch action {
        case .nothing(let source), .update(let source), .replace(let source): source
        case .create: nil
        }
    }
}
