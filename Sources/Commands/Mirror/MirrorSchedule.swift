package import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import SimpleStreams

/// `mirror schedule`: has systemd or cron bring a mirror up to date.
package struct MirrorSchedule: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Have systemd or cron bring a mirror up to date again and again.",
        discussion:
            "Upstream, filters and keyring are those that the mirror's last sync recorded.\n\n"
            + Examples.text([
                ("maas-boot mirror schedule /srv/images", "print a service and a timer"),
                (
                    "maas-boot mirror schedule /srv/images --install --every hour",
                    "install and start them; the same line again changes nothing"
                ),
                (
                    "maas-boot mirror schedule /srv/images --cron --every week",
                    "print a file for /etc/cron.d"
                ),
                (
                    "maas-boot mirror schedule /srv/images --install -- --bwlimit 10M",
                    "with options for mirror sync"
                ),
            ]))

    @Argument(help: "The mirror's directory.", completion: .directory)
    package var directory: String

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("After --: options for mirror sync.", valueName: "sync-option"))
    package var extra: [String] = []

    @OptionGroup package var schedule: ScheduleOptions

    @Option(
        help: ArgumentHelp(
            "Write figures for Prometheus here (default: .maas-boot/metrics.prom in the mirror).",
            valueName: "file"), completion: .file())
    package var metricsFile: String?

    @Option(
        help: ArgumentHelp("Run this program (default: this one).", valueName: "file"),
        completion: .file())
    package var program: String?

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(ScheduleReport.listing, output.request, in: context)
        try Failure.refuse(
            directory, for: "a schedule is made for a directory",
            hint: "put maas-boot mirror sync UPSTREAM \(directory) into a unit of your own; "
                + "docs/object-storage.md has one")
        if schedule.scheduler == .systemd, schedule.deed != .uninstall {
            try await CalendarCheck(context).check(schedule.every)
        }
        let sync = try await sync()
        let files = try files(of: sync, in: context)
        let plan = try plan(files)
        let deed = ScheduleExecution(
            plan: plan, options: schedule,
            timer: "maas-boot-mirror-" + SystemdText.unitName(ofPath: sync.directory) + ".timer")
        if schedule.deed != .print, !schedule.dryRun { try await deed.perform(in: context) }
        try printer.print(
            one: ScheduleReport(
                changed: !plan.steps.isEmpty, dryRun: schedule.dryRun,
                message: "\(sync.directory): \(deed.sentence)", directory: sync.directory,
                scheduler: schedule.scheduler, files: files, command: sync.words,
                shows: schedule.deed == .print, steps: plan.steps))
    }

    private func sync() async throws -> ScheduledSync {
        let directory = try AbsolutePath.of(directory)
        let state = try await MirrorState.recorded(in: DirectoryStore(directory: directory))
        // A schedule is taken away also after its mirror.
        guard
            let state = state
                ?? (schedule.deed == .uninstall ? MirrorState(upstream: "stable") : nil)
        else { throw MirrorError.noMirror(directory) }
        if let program, schedule.root == nil, schedule.deed != .uninstall {
            try Self.check(program: program)
        }
        return try ScheduledSync(
            state, directory: directory, program: try AbsolutePath.of(program ?? Self.ownPath),
            owner: Self.owner(of: directory),
            metricsFile: try metricsFile.map { try AbsolutePath.of($0) }, extra: extra)
    }

    private func files(of sync: ScheduledSync, in context: Context) throws -> [ScheduleFile] {
        let place = schedule.directory(in: context)
        switch schedule.scheduler {
        case .systemd:
            return SystemdSchedule(
                sync: sync, interval: schedule.every, isForUser: schedule.user
            ).files(in: place)
        case .cron:
            return [
                try CronSchedule(sync: sync, interval: schedule.every, isForUser: schedule.user)
                    .file(in: place)
            ]
        }
    }

    private func plan(_ files: [ScheduleFile]) throws -> SchedulePlan {
        switch schedule.deed {
        case .print:
            try SchedulePlan(installing: [], force: false, found: ScheduleDisk.found)
        case .install:
            try SchedulePlan(
                installing: files, force: schedule.force, found: ScheduleDisk.found)
        case .uninstall:
            try SchedulePlan(removing: files, force: schedule.force, found: ScheduleDisk.found)
        }
    }

    /// Refuses what no schedule could run on this machine.
    private static func check(program: String) throws(Failure) {
        var isDirectory = false
        let isThere = FileManager.default.fileExists(atPath: program, isDirectory: &isDirectory)
        guard isThere else {
            throw Failure(
                .notFound, "there is no program at \(program)",
                hint: "name it by its path with --program, or leave the option out")
        }
        guard !isDirectory, access(program, X_OK) == 0 else {
            throw Failure(
                .usage, "\(program) is not a program that can be run",
                hint: "name another with --program, or: chmod +x \(ShellWord.quoted(program))")
        }
    }

    private static var ownPath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? "/usr/bin/maas-boot"
    }

    /// The name of who owns a directory; nil for root and for who has no name.
    private static func owner(of directory: String) -> String? {
        var status = stat()
        guard stat(directory, &status) == 0, status.st_uid != 0,
            let entry = getpwuid(status.st_uid)
        else { return nil }
        return String(cString: entry.pointee.pw_name)
    }
}
