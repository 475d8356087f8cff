package import FoundationEssentials

/// Times as people say them.
package enum RelativeTime {
    private static let units: [(name: String, seconds: Int)] = [
        ("year", 31_536_000), ("month", 2_592_000), ("week", 604_800), ("day", 86_400),
        ("hour", 3_600), ("minute", 60), ("second", 1),
    ]

    /// "3 minutes ago", "in 2 hours", "just now"; one unit, rounded down.
    package static func text(for date: Date, now: Date) -> String {
        let difference = date.timeIntervalSince(now)
        guard difference.magnitude < 1e11 else { return RFC3339.text(date) }
        let seconds = Int(difference.magnitude)
        guard seconds >= 5, let unit = units.first(where: { seconds >= $0.seconds }) else {
            return "just now"
        }
        let count = seconds / unit.seconds
        let amount = "\(count) \(unit.name)\(count == 1 ? "" : "s")"
        return difference < 0 ? "\(amount) ago" : "in \(amount)"
    }
}
