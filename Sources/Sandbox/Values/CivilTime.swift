/// A moment as a calendar shows it in UTC, and the forms regions write it in.
struct CivilTime: Equatable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    let millisecond: Int
    /// 0 is Sunday.
    let weekday: Int

    /// The moment `seconds` after 1 January 1970, UTC.
    init(secondsSinceEpoch seconds: Double) {
        let milliseconds = Int((seconds * 1000).rounded(.down))
        let days = Self.floorDivide(milliseconds, 86_400_000)
        let rest = milliseconds - days * 86_400_000
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1000 % 60
        millisecond = rest % 1000
        weekday = ((days + 4) % 7 + 7) % 7
        (year, month, day) = Self.date(days)
    }

    /// `2026-11-22T20:09:20.691`, the form of `created` and `updated`; Python leaves out zero
    /// milliseconds.
    var isoText: String {
        let fraction = millisecond == 0 ? "" : "." + Self.pad(millisecond, 3)
        return "\(dateText)T\(clockText)\(fraction)"
    }

    /// `Sun, 22 Nov 2026 20:09:20 GMT`, the form of the `Date` header (RFC 9110).
    var headerText: String {
        "\(Self.days[weekday]), \(Self.pad(day, 2)) \(Self.months[month - 1]) \(year) \(clockText) GMT"
    }

    /// `Sun, 22 Nov. 2026 20:09:20`, the form of an event's `created`.
    var eventText: String {
        "\(Self.days[weekday]), \(Self.pad(day, 2)) \(Self.months[month - 1]). \(year) \(clockText)"
    }

    private var dateText: String { "\(year)-\(Self.pad(month, 2))-\(Self.pad(day, 2))" }
    private var clockText: String {
        "\(Self.pad(hour, 2)):\(Self.pad(minute, 2)):\(Self.pad(second, 2))"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Days since the epoch to a Gregorian date: 400-year eras that start on 1 March.
    private static func date(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}
