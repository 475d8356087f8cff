package import FoundationEssentials

/// A time as a region writes it. Up to 3.5 the texts carry no zone and mean the region's own local
/// time, so they have no exact instant.
package struct Timestamp: Sendable, Equatable, Decodable {
    package let text: String
    /// Nil when the text has no zone or another form.
    package let instant: Date?

    package init(_ text: String) {
        self.text = text
        instant = Self.parse(text)
    }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// The style takes times with and without fractions of a second.
    private static func parse(_ text: String) -> Date? {
        try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
    }
}
