package import ArgumentParser

/// By what a mirror is kept up to date.
package enum Scheduler: String, EnumerableFlag, Sendable {
    case systemd
    case cron

    package static func help(for value: Scheduler) -> ArgumentHelp? {
        switch value {
        case .systemd: "A service and a timer of systemd."
        case .cron: "A line for cron."
        }
    }
}

/// What is done with a schedule.
package enum ScheduleDeed: String, EnumerableFlag, Sendable {
    case print
    case install
    case uninstall

    package static func help(for value: ScheduleDeed) -> ArgumentHelp? {
        switch value {
        case .print: "Print the files."
        case .install: "Write the files and start the timer."
        case .uninstall: "Stop the timer and remove the files."
        }
    }
}

/// The options that say when and where a schedule is.
package struct ScheduleOptions: ParsableArguments {
    @Flag(exclusivity: .exclusive) package var scheduler = Scheduler.systemd
    @Flag(exclusivity: .exclusive) package var deed = ScheduleDeed.print

    @Option(
        help: ArgumentHelp(
            "How often: hour, day, week, or an expression of the scheduler's own.",
            valueName: "interval"))
    package var every = ScheduleInterval.day

    @Flag(help: "For your own service manager or crontab instead of the system's.")
    package var user = false

    @Option(
        help: ArgumentHelp(
            "Install below this directory, as a packager does; nothing is started.",
            valueName: "directory"), completion: .directory)
    package var root: String?

    @Flag(help: "Overwrite or remove files that this program did not make.")
    package var force = false

    @Flag(help: "Say what would be written or removed, and do nothing.")
    package var dryRun = false

    package init() {}

    package func validate() throws {
        guard root?.isEmpty != true else {
            throw ValidationError("--root takes a directory, and the text given is empty.")
        }
        guard deed != .print || (root == nil && !force) else {
            throw ValidationError("--root and --force are for --install and --uninstall.")
        }
        guard !(scheduler == .cron && user && deed != .print) else {
            throw ValidationError(
                "A user's crontab is edited by crontab alone: "
                    + "(crontab -l; maas-boot mirror schedule DIR --cron --user) | crontab -")
        }
    }

    /// The directory that the schedule's files are in.
    func directory(in context: Context) -> String {
        switch (scheduler, user) {
        case (.cron, _): (root ?? "") + "/etc/cron.d"
        case (.systemd, false): (root ?? "") + "/etc/systemd/system"
        case (.systemd, true):
            root.map { $0 + "/etc/systemd/user" }
                ?? DirectoryPath.parent(of: context.directories.configuration) + "/systemd/user"
        }
    }
}
