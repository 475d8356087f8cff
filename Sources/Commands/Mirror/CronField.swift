/// One of the five fields by which a line of cron says when (crontab(5)).
///
/// Each is a comma list of values, ranges and `*`, with a step behind a range or `*`. Months and days
/// of the week also have names.
enum CronField: CaseIterable, Sendable {
    case minute, hour, day, month, weekday

    /// Whether these are all five fields, in their order, each with values it can have.
    static func areAll(_ fields: [Substring]) -> Bool {
        fields.count == allCases.count
            && zip(allCases, fields).allSatisfy { field, text in field.takes(text) }
    }

    /// Whether a text is right for this field.
    func takes(_ text: Substring) -> Bool {
        text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(takesItem)
    }

    private func takesItem(_ text: Substring) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let span = parts.first else { return false }
        guard parts.count == 1 else {
            guard let step = Self.number(parts[1]), step > 0, step <= values.upperBound else {
                return false
            }
            return isRange(span)
        }
        return isRange(span) || value(span) != nil
    }

    private func isRange(_ text: Substring) -> Bool {
        guard text != "*" else { return true }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let low = value(ends[0]), let high = value(ends[1]) else {
            return false
        }
        return low <= high
    }

    private func value(_ text: Substring) -> Int? {
        if let index = names.firstIndex(of: text.lowercased()) {
            return index + values.lowerBound
        }
        guard let number = Self.number(text), values.contains(number) else { return nil }
        return number
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(text) : nil
    }

    /// Sunday is 0, and 7 too.
    private var values: ClosedRange<Int> {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .day: 1...31
        case .month: 1...12
        case .weekday: 0...7
        }
    }

    private var names: [String] {
        switch self {
        case .minute, .hour, .day: []
        case .month:
            [
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ]
        case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        }
    }
}
