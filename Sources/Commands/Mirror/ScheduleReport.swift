/// A mirror's schedule, and what was done about it.
struct ScheduleReport: Sendable {
    let changed: Bool
    let dryRun: Bool
    let message: String
    let directory: String
    let scheduler: Scheduler
    let files: [ScheduleFile]
    let command: [String]
    /// Whether the files themselves are what was asked for.
    let shows: Bool
    let steps: [SchedulePlan.Step]

    static let listing = Listing<ScheduleReport>(
        plural: "schedules",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("dry_run") { .bool($0.dryRun) },
            Field("message") { .string($0.message) },
            Field("directory") { .string($0.directory) },
            Field("scheduler") { .string($0.scheduler.rawValue) },
            Field("command") { .strings($0.command) },
            Field("files") { report in
                .array(
                    report.files.map { file in
                        switch file.content {
                        case .text(let text):
                            ["path": .string(file.path), "content": .string(text)]
                        case .link(let target):
                            ["path": .string(file.path), "link": .string(target)]
                        }
                    })
            },
        ],
        columns: [
            Column("CHANGED", .identifier) { report, _ in "\(report.changed)" },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in report.text })

    private var text: String {
        if shows { return page }
        let plan = steps.map { step in
            switch step {
            case .write(let file): "+ \(file.path)"
            case .remove(let path): "- \(path)"
            }
        }
        return ((dryRun ? plan : []) + [message]).joined(separator: "\n")
    }

    /// One file as it is, several each below its path. Links are no text; `enable` makes them.
    private var page: String {
        let texts = files.compactMap { file -> (path: String, text: String)? in
            guard case .text(let text) = file.content else { return nil }
            return (file.path, text)
        }
        let shown = texts.count == 1 ? texts.map(\.text) : texts.map { "# \($0.path)\n\($0.text)" }
        let page = shown.joined(separator: "\n")
        return page.hasSuffix("\n") ? String(page.dropLast()) : page
    }
}
