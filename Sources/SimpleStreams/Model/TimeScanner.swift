/// Reads the date-time of RFC 2822 §3.3.
struct TimeScanner {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    /// Seconds since 1970 in UTC; nil when the text is anything but one time.
    mutating func parse() -> Int64? {
        let weekday = takeName(of: Self.weekdays)
        if weekday != nil, !take(", ") { return nil }
        guard let day = takeNumber(digits: 1...2), take(" "),
            let month = takeName(of: Self.months), take(" "),
            let year = takeNumber(digits: 4...4), take(" "),
            let time = takeTime(), take(" "),
            let offset = takeZone(), rest.isEmpty,
            year >= 1970, (1...Self.days(in: month + 1, of: year)).contains(day)
        else { return nil }
        let days = Self.daysSince1970(year: year, month: month + 1, day: day)
        // 1970-01-01 was a Thursday.
        if let weekday, weekday != (days + 4) % 7 { return nil }
        return Int64(days) * 86400 + Int64(time) - Int64(offset)
    }

    private mutating func takeTime() -> Int? {
        guard let hour = takeNumber(digits: 2...2), hour < 24, take(":"),
            let minute = takeNumber(digits: 2...2), minute < 60
        else { return nil }
        guard take(":") else { return hour * 3600 + minute * 60 }
        // 60 is a leap second.
        guard let second = takeNumber(digits: 2...2), second <= 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// Seconds east of UTC.
    private mutating func takeZone() -> Int? {
        for name in ["GMT", "UTC", "UT"] where take(name) { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = takeNumber(digits: 2...2), hours < 24,
            let minutes = takeNumber(digits: 2...2), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func takeName(of names: [String]) -> Int? {
        for (index, name) in names.enumerated() where take(name) { return index }
        return nil
    }

    private mutating func takeNumber(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, let byte = rest.first,
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            rest = rest.dropFirst()
            count += 1
        }
        return count >= digits.lowerBound ? value : nil
    }

    private static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 in the Gregorian calendar.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let past = year - 1
        let leapDays = past / 4 - past / 100 + past / 400 - 477
        let months = (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
        return (year - 1970) * 365 + leapDays + months + day - 1
    }
}
