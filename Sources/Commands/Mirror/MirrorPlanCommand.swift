package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams
internal import Workflows

/// `mirror plan`: what a sync would do. Exits 2 when it would do something.
package struct MirrorPlanCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what a sync would fetch and remove; exit 2 when that is something.",
        discussion: Examples.text([
            (
                "maas-boot mirror plan stable /srv/images --release noble --arch amd64",
                "files, bytes, and what would go"
            ),
            (
                "maas-boot mirror plan stable /srv/images --json bytes_to_fetch",
                "how much an existing mirror lacks, for a script"
            ),
        ]))

    @OptionGroup package var job: MirrorJob
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(MirrorReport.listing, output.request, in: context)
        try job.objectStore.check([job.directory])
        try job.warnAboutFilters(in: context)
        let report = try await MirrorPlanning(job).report(in: context)
        try printer.print(one: report)
        if report.changed { throw QuietEnd(.differences) }
    }
}

/// Plans a run without carrying it out.
struct MirrorPlanning: Sendable {
    private let job: MirrorJob

    init(_ job: MirrorJob) {
        self.job = job
    }

    /// The plan's report; its warnings are said already.
    func report(in context: Context) async throws -> MirrorReport {
        let run = try await job.mirrorRun(in: context, progress: NoProgress())
        let plan = try await run.plan()
        plan.warnings.forEach { context.warn($0.description) }
        return MirrorReport(
            plan, directory: job.directory,
            upstream: try MirrorUpstream(job.upstream, path: job.path).address.base,
            now: context.clock.now, grace: job.keepDays * 86_400)
    }
}
