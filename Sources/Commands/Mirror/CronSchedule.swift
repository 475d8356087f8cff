/// A sync as a line for cron.
struct CronSchedule: Sendable {
    let sync: ScheduledSync
    let interval: ScheduleInterval
    /// Whether the line is for a user's own crontab, which names no user.
    let isForUser: Bool

    /// A name that cron takes for a file in `/etc/cron.d`: it passes over names with a dot in them.
    var name: String {
        let plain = sync.directory.map { character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
        }
        let digits = String(ScheduleInterval.number(of: sync.directory), radix: 16)
        return "maas-boot-mirror" + String(plain) + "-" + digits
    }

    /// The file, in a directory that cron reads.
    ///
    /// Throws a usage failure where the interval is not one of cron's.
    func file(in directory: String) throws(Failure) -> ScheduleFile {
        ScheduleFile(path: "\(directory)/\(name)", content: .text(try text))
    }

    /// The mirror locks itself, so that a run that meets another ends at once and says so.
    private var text: String {
        get throws(Failure) {
            guard let fields = interval.cronFields(seed: sync.directory) else {
                throw Failure(
                    .usage, "this is not an interval for cron",
                    received: interval.defaultValueDescription,
                    hint: "give hour, day, week, or five fields such as '30 4 * * *'")
            }
            let command = sync.words.map(ShellWord.quoted).joined(separator: " ")
                .replacing("%", with: "\\%")
            let user = isForUser ? "" : "\(sync.owner ?? "root") "
            return """
                # \(ScheduleFile.marker). cron mails what a failed run says:
                #MAILTO=admin@example.com
                \(fields) \(user)\(command) >/dev/null

                """
        }
    }
}
