package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams

/// `mirror prune`: removes what a mirror no longer needs.
package struct MirrorPruneCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove files that a mirror's metadata no longer names, or old versions.",
        discussion: Examples.text([
            ("maas-boot mirror prune /srv/images --dry-run", "what would go now"),
            (
                "maas-boot mirror prune /srv/images --keep-versions 1 --keep-days 0",
                "down to the newest version of everything, at once"
            ),
        ]))

    @Argument(
        help: "The mirror's directory, or s3://BUCKET/PREFIX.", completion: .directory)
    package var directory: String

    @Option(
        help: ArgumentHelp(
            "Keep the newest NUMBER versions of each product, from now on.", valueName: "number"))
    package var keepVersions: Int?

    @Option(
        help: ArgumentHelp(
            "Keep files that metadata no longer names for so many days (default: 1; those that wait "
                + "already, as long as was said before).", valueName: "days"))
    package var keepDays: Double?

    @Option(
        help: ArgumentHelp(
            "Wait this long for another run on the same mirror to end.", valueName: "time"))
    package var lockWait = TypedDuration(.zero)

    @Flag(help: "Say what would be removed, and do nothing.")
    package var dryRun = false

    @OptionGroup package var objectStore: ObjectStoreOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func validate() throws {
        guard keepDays ?? 1 >= 0 else { throw ValidationError("--keep-days is not negative.") }
        guard keepVersions ?? 1 >= 1 else {
            throw ValidationError("--keep-versions is at least 1.")
        }
    }

    package func run(in context: Context) async throws {
        let printer = try Printer(PruneReport.listing, output.request, in: context)
        try objectStore.check([directory])
        var options = MirrorOptions()
        options.grace = (keepDays ?? 1) * 86_400
        options.lockWait = lockWait.duration
        let time = context.mirrorTime
        let store = try objectStore.store(directory, in: context)
        guard !dryRun else {
            let plan = try await MirrorRun.prunePlan(
                store, keep: keepVersions, hastens: keepDays != nil, options: options, time: time)
            return try printer.print(one: PruneReport(directory, plan))
        }
        let (plan, removed, left) = try await MirrorRun.prune(
            store, keep: keepVersions, hastens: keepDays != nil, options: options, time: time)
        left.forEach { context.warn(MirrorWarning.leftAlone($0).description) }
        try printer.print(one: PruneReport(directory, plan, removed: removed))
    }
}

/// What pruning removed, or would.
struct PruneReport: Sendable {
    let changed: Bool
    let dryRun: Bool
    let message: String
    let directory: String
    let files: [String]
    let bytes: Int

    init(_ directory: String, _ plan: PrunePlan, removed: [RelativePath]? = nil) {
        self.directory = directory
        dryRun = removed == nil
        files = (removed ?? plan.due.map(\.file.path)).map(\.text)
        changed = !files.isEmpty || !plan.dropped.isEmpty
        bytes = Int(plan.bytesDue)
        let deed = dryRun ? "would be removed" : "removed"
        let verb = plan.waiting.count == 1 ? "waits for its" : "wait for their"
        let later = plan.waiting.isEmpty ? "" : "; \(plan.waiting.count) \(verb) time"
        message =
            "\(directory): \(Counted.text(files.count, "file")) \(deed)"
            + (files.isEmpty ? "" : " (\(ByteSize(bytes: bytes)))") + later
    }

    static let listing = Listing<PruneReport>(
        plural: "changes",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("dry_run") { .bool($0.dryRun) },
            Field("message") { .string($0.message) },
            Field("directory") { .string($0.directory) },
            Field("files") { .strings($0.files) },
            Field("bytes") { .integer($0.bytes) },
        ],
        columns: [
            Column("CHANGED", .identifier) { report, _ in "\(report.changed)" },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in
            ((report.dryRun ? report.files.map { "- \($0)" } : []) + [report.message])
                .joined(separator: "\n")
        })
}
