internal import Glibc

/// Times as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The text of seconds since 1970.
    static func text(_ seconds: Int) -> String {
        let moment = Moment(seconds)
        let weekday = (moment.days % 7 + 11) % 7
        return "\(days[weekday]), \(padded(moment.day)) \(months[moment.month - 1]) "
            + "\(moment.year) \(moment.clock.map(padded).joined(separator: ":")) GMT"
    }

    /// `2024-08-21 10:30`, for directory pages.
    static func short(_ seconds: Int) -> String {
        let moment = Moment(seconds)
        return "\(moment.year)-\(padded(moment.month))-\(padded(moment.day)) "
            + moment.clock.prefix(2).map(padded).joined(separator: ":")
    }

    /// Reads such a text; nil for anything else. The obsolete forms of the RFC count as none.
    static func seconds(_ text: String) -> Int? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: words[2]),
            let day = Int(words[1]), let year = Int(words[3]), 1970...9999 ~= year, 1...31 ~= day
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, 0...23 ~= clock[0], 0...59 ~= clock[1], 0...60 ~= clock[2] else {
            return nil
        }
        let date = Moment.days(year: year, month: month + 1, day: day)
        return date * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    /// Seconds since 1970 now.
    static var now: Int { time(nil) }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

/// A time's parts in UTC.
private struct Moment {
    /// Days since 1970.
    let days: Int
    let year: Int
    let month: Int
    let day: Int
    /// Hours, minutes, seconds.
    let clock: [Int]

    /// Years are counted from March here, so that a leap day is a year's last.
    init(_ seconds: Int) {
        days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
        let rest = seconds - days * 86_400
        clock = [rest / 3600, rest / 60 % 60, rest % 60]
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let number = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * number + 2) / 5 + 1
        month = number < 10 ? number + 3 : number - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970 of a date from then on.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }
}
