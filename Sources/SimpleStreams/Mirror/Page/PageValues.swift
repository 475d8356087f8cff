internal import FoundationEssentials

/// A count of bytes for people: `1.4 GiB`.
enum PageSize {
    static func text(_ bytes: Int64) -> String {
        var amount = Double(bytes)
        var unit = "B"
        for larger in ["KiB", "MiB", "GiB", "TiB"] where amount >= 1023.95 {
            amount /= 1024
            unit = larger
        }
        guard unit != "B" else { return "\(bytes) B" }
        let tenths = Int((amount * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}

/// An instant for people and programs: in UTC, for a page has readers everywhere.
enum PageTime {
    static func html(_ date: Date) -> String {
        let machine = date.formatted(.iso8601)
        let parts = machine.split(separator: "T")
        let shown =
            parts.count == 2 ? "\(parts[0]) \(parts[1].prefix(5)) UTC" : machine
        return "<time datetime=\"\(machine)\">\(shown)</time>"
    }
}
