/// Why a source did not deliver.
package struct SourceError: Error, Hashable, Sendable {
    /// The kinds the engine tells apart.
    package enum Kind: Hashable, Sendable {
        /// Upstream does not have it (HTTP 404, 410). Never retried.
        case notFound
        /// Upstream will not give it (other 4xx), or never could. Never retried.
        case refused
        /// Upstream may give it later (5xx, 429, no connection, a time limit passed). Retried, not
        /// before the time upstream asked for.
        case temporary(retryAfter: Duration?)
        /// The line broke while the body came. Retried from where it broke.
        case interrupted
        /// A part was asked for, and the whole came, or the part does not exist (HTTP 200 or 416
        /// for a `Range`), or another version of it (`If-Range`). No byte was handed on. The engine
        /// asks for the whole at once.
        case rangeIgnored
        /// The source's own copy is wrong, and it has no other. Never retried.
        case damaged
        /// More bytes than allowed. Never retried.
        case tooLong
        /// The receiver wanted no more.
        case stopped
        /// The task was cancelled.
        case cancelled
    }

    /// What kind of failure it is.
    package let kind: Kind
    /// What was received, for a person.
    package let detail: String

    /// An error.
    package init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }
}

extension SourceError: CustomStringConvertible {
    package var description: String { detail }
}
