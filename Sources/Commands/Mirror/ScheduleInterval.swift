internal import ArgumentParser

/// How often a mirror is brought up to date.
package enum ScheduleInterval: Hashable, Sendable, ExpressibleByArgument {
    case hour
    case day
    case week
    /// In the words of the scheduler itself: `OnCalendar` of systemd, or five fields for cron.
    case other(String)

    /// Reads `hour`, `day`, `week`, or an expression; nil for what can be neither scheduler's.
    package init?(argument: String) {
        switch argument {
        case "hour", "hourly": self = .hour
        case "day", "daily": self = .day
        case "week", "weekly": self = .week
        default:
            let isPlain =
                argument.contains { $0 != " " }
                && argument.utf8.allSatisfy { byte in
                    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                        || " *:/,.~-_+".utf8.contains(byte)
                }
            guard isPlain else { return nil }
            self = .other(argument)
        }
    }

    package var defaultValueDescription: String {
        switch self {
        case .hour: "hour"
        case .day: "day"
        case .week: "week"
        case .other(let text): text
        }
    }

    /// For `OnCalendar=` of a timer.
    var calendar: String {
        switch self {
        case .hour: "hourly"
        case .day: "daily"
        case .week: "weekly"
        case .other(let text): text
        }
    }

    /// How much later a run may start, so that not all sites ask upstream at the same minute.
    var spread: String {
        switch self {
        case .hour: "10min"
        case .day: "2h"
        case .week: "6h"
        case .other: "5min"
        }
    }

    /// The five fields of a crontab's line; nil where the words are not cron's.
    ///
    /// - Parameter seed: chooses minute, hour and day, always the same ones for the same text.
    func cronFields(seed: String) -> String? {
        let number = Self.number(of: seed)
        let (minute, hour, day) = (number % 60, number / 60 % 6, number / 360 % 7)
        switch self {
        case .hour: return "\(minute) * * * *"
        case .day: return "\(minute) \(hour) * * *"
        case .week: return "\(minute) \(hour) * * \(day)"
        case .other(let text):
            let fields = text.split(separator: " ")
            return CronField.areAll(fields) ? fields.joined(separator: " ") : nil
        }
    }

    /// FNV-1a: the same in every run, as Swift's own hashes are not.
    static func number(of text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
