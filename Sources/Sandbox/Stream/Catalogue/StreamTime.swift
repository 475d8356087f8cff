internal import FoundationEssentials

/// Instants as streams and HTTP write them, whatever the machine's locale.
enum StreamTime {
    /// RFC 2822 with a numeric zone, as in a document's `updated`.
    static func rfc2822(_ seconds: Int64) -> String { text(seconds) + " +0000" }

    /// RFC 9110's IMF-fixdate, as in `Last-Modified`.
    static func http(_ seconds: Int64) -> String { text(seconds) + " GMT" }

    /// The name of the version of a publication: publications are fourteen days apart, the one
    /// numbered 0 is of 21 August 2024, and every third has a serial number behind the day.
    static func version(_ publication: Int) -> String {
        let day = parts(1_724_198_400 + Int64(publication) * 14 * 86_400)
        let serial = publication % 3 == 0 ? ".1" : ""
        return "\(padded(day.year, 4))\(padded(day.month, 2))\(padded(day.day, 2))" + serial
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func text(_ seconds: Int64) -> String {
        let time = parts(seconds)
        let weekday = weekdays[((time.weekday ?? 1) + 6) % 7]
        let month = months[((time.month ?? 1) + 11) % 12]
        let clock = [time.hour, time.minute, time.second].map { padded($0, 2) }
        return "\(weekday), \(padded(time.day, 2)) \(month) \(padded(time.year, 4)) "
            + clock.joined(separator: ":")
    }

    private static func parts(_ seconds: Int64) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .weekday],
            from: Date(timeIntervalSince1970: Double(seconds)))
    }

    private static func padded(_ number: Int?, _ width: Int) -> String {
        let digits = String(number ?? 0)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
