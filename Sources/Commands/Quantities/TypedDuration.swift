internal import ArgumentParser

/// A length of time as people type it: `90s`, `2h`, `1h30m`, `500ms`, or a plain number of seconds.
package struct TypedDuration: Sendable, Equatable {
    package let duration: Duration

    package init(_ duration: Duration) {
        self.duration = duration
    }

    /// Reads the text; nil for anything else, for a negative time, and for more than 10,000 days.
    package init?(parsing text: String) {
        if let seconds = Self.number(text) {
            self.init(milliseconds: seconds * 1000)
            return
        }
        var total = 0.0
        var rest = text[...]
        var lastUnit = Self.units.startIndex - 1
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            let letters = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard let amount = Self.number(digits),
                let unit = Self.units.firstIndex(where: { $0.name == letters }), unit > lastUnit
            else { return nil }
            total += amount * Self.units[unit].milliseconds
            lastUnit = unit
            rest = rest.dropFirst(digits.count + letters.count)
        }
        guard !text.isEmpty else { return nil }
        self.init(milliseconds: total)
    }

    private init?(milliseconds: Double) {
        guard milliseconds <= 10_000 * 86_400_000 else { return nil }
        self.init(.milliseconds(Int(milliseconds.rounded())))
    }

    private static let units: [(name: String, milliseconds: Double)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    private static func number(_ text: some StringProtocol) -> Double? {
        guard text.first?.isNumber == true,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
        else { return nil }
        return Double(text)
    }
}

extension TypedDuration: CustomStringConvertible {
    /// The time with its units, as it could be typed: `1h30m`.
    package var description: String {
        var rest = Int(duration / .milliseconds(1))
        guard rest > 0 else { return "0s" }
        return Self.units.reduce(into: "") { text, unit in
            let count = rest / Int(unit.milliseconds)
            rest -= count * Int(unit.milliseconds)
            if count > 0 { text += "\(count)\(unit.name)" }
        }
    }
}

extension TypedDuration: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(parsing: argument)
    }

    package var defaultValueDescription: String { description }
}
