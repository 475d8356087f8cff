internal import ArgumentParser

/// A number of bytes as people type it: `10M`, `1.5GiB`, `4096`.
///
/// `K`, `M`, `G`, `T` and `KiB` … `TiB` count in 1024s, as curl and rsync do; `KB` … `TB` in 1000s.
package struct ByteSize: Sendable, Equatable {
    package let bytes: Int

    package init(bytes: Int) {
        self.bytes = bytes
    }

    /// Reads the text; nil for anything else and for what no 64-bit number holds.
    package init?(parsing text: String) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = text.dropFirst(digits.count).drop(while: { $0 == " " }).lowercased()
        guard digits.first?.isNumber == true, let amount = Double(digits),
            let factor = Self.factor(of: unit), amount * factor < 9e18
        else { return nil }
        self.bytes = Int((amount * factor).rounded())
    }

    private static let prefixes = ["", "k", "m", "g", "t"]

    private static func factor(of unit: String) -> Double? {
        for (power, prefix) in prefixes.enumerated() {
            if [prefix, prefix + "ib"].contains(unit) { return raised(1024, power) }
            if unit == prefix + "b" { return raised(1000, power) }
        }
        return nil
    }

    private static func raised(_ base: Double, _ power: Int) -> Double {
        (0..<power).reduce(1) { product, _ in product * base }
    }
}

extension ByteSize: CustomStringConvertible {
    /// The size in the largest fitting unit, to one decimal: `1.5 GiB`.
    package var description: String {
        var amount = Double(bytes)
        var unit = 0
        let names = ["B", "KiB", "MiB", "GiB", "TiB"]
        while (amount * 10).rounded() >= 10_240, unit < names.count - 1 {
            amount /= 1024
            unit += 1
        }
        let tenths = Int((amount * 10).rounded())
        let number = unit == 0 ? "\(bytes)" : "\(tenths / 10).\(tenths % 10)"
        return "\(number) \(names[unit])"
    }
}

extension ByteSize: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(parsing: argument)
    }

    package var defaultValueDescription: String { description }
}
