package import FoundationEssentials

/// Times as programs read them: RFC 3339, in UTC, to the second.
package enum RFC3339 {
    /// `2026-01-31T08:05:00Z`.
    package static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}

extension JSONValue {
    /// The time as RFC 3339, or null.
    package static func time(_ date: Date?) -> JSONValue {
        date.map { .string(RFC3339.text($0)) } ?? .null
    }
}
