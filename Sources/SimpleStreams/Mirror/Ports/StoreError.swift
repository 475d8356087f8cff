/// Why a store could not do what was asked.
package struct StoreError: Error, Hashable, Sendable {
    /// The kinds callers tell apart.
    package enum Kind: Hashable, Sendable {
        /// No room is left (ENOSPC, a quota).
        case full
        /// Another process writes to the mirror.
        case held
        /// The place holds a symbolic link, or something that is no file, where the mirror's own
        /// file or directory should be.
        case planted
        /// Not allowed (permissions, a read-only place).
        case denied
        /// The store is elsewhere and cannot be reached now, or has no time.
        case unavailable
        /// The store does not know who asks, or does not believe it.
        case unauthenticated
        /// The store knows who asks, and does not allow it.
        case forbidden
        /// The place that is to hold mirrors is not there, and is for others to make.
        case missing
        /// What is there cannot be understood.
        case damaged
        /// Anything else the system refused.
        case failed
    }

    /// What kind of failure it is.
    package let kind: Kind
    /// What was tried, on what, and what came back, for a person.
    package let detail: String
    /// What to do next, when that is known.
    package let hint: String?

    /// An error.
    package init(_ kind: Kind, _ detail: String, hint: String? = nil) {
        self.kind = kind
        self.detail = detail
        self.hint = hint
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String { detail }
}

extension StoreError {
    /// Whether the same may succeed later.
    package var isTemporary: Bool { kind == .held || kind == .unavailable }

    /// Whether it is about what stands at one path, and not about the store.
    var isOfTheItem: Bool { kind == .planted || kind == .denied || kind == .damaged }
}
