package import FoundationEssentials

/// The time a document was last changed, written as in mail (RFC 2822 §3.3):
/// `Wed, 21 Aug 2024 10:11:12 +0000`.
package struct UpdatedTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01 00:00:00 UTC.
    package let seconds: Int64

    /// A time.
    package init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Reads a time; nil for whatever is not exactly one.
    ///
    /// Strict: English names, one space between the parts, a four-digit year from 1970, a
    /// numerical zone or `GMT`/`UT`/`UTC`. The weekday may be absent; a wrong one is refused.
    package init?(_ text: String) {
        var scanner = TimeScanner(text)
        guard let parsed = scanner.parse() else { return nil }
        seconds = parsed
    }

    /// The same instant for the standard library's clocks.
    package var date: Date { Date(timeIntervalSince1970: Double(seconds)) }

    /// RFC 3339, in UTC.
    package var description: String { date.formatted(.iso8601) }

    package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

extension UpdatedTime: Codable {
    package init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}
