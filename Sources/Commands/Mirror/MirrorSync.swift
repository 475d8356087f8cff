package import ArgumentParser
internal import FoundationEssentials
internal import ObjectStore
internal import SimpleStreams
internal import Workflows

/// `mirror sync`: makes a directory a mirror of a stream, or brings it up to date.
package struct MirrorSync: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Make a directory or a bucket a mirror of a stream, or bring it up to date.",
        discussion: "Takes the arguments of sstream-mirror, and adopts what it left.\n\n"
            + Examples.text([
                (
                    "maas-boot mirror sync stable /srv/images --release noble --arch amd64",
                    "all that amd64 machines need for noble, boot loaders included"
                ),
                (
                    "maas-boot mirror sync stable /srv/images --release noble --sign auto",
                    "metadata that names only what is there, signed by the site itself"
                ),
                (
                    "maas-boot mirror sync stable s3://images/maas --release noble --sign auto",
                    "a mirror in an object store; keys and address are in AWS_ variables"
                ),
                (
                    "maas-boot mirror sync https://images.maas.io/ephemeral-v3/stable /srv/images "
                        + "'arch=amd64' 'release~(jammy|noble)' --max=1 --progress",
                    "a line of the MAAS docs with the program's name changed"
                ),
            ]))

    @OptionGroup package var job: MirrorJob

    @Flag(help: "Say what would be fetched and removed, and do nothing.")
    package var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Write figures for Prometheus' textfile collector here.", valueName: "file"),
        completion: .file())
    package var metricsFile: String?

    @Option(
        help: ArgumentHelp(
            "Copy the mirror here too: s3://BUCKET/PREFIX. May be repeated; upstream sends each file "
                + "once.", valueName: "place"))
    package var also: [String] = []

    @OptionGroup package var progress: ProgressOptions
    @OptionGroup package var output: OutputOptions

    private static let unplanned =
        "copies get what the mirror then holds: mirror publish --dry-run shows it for a directory"

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(MirrorReport.listing, output.request, in: context)
        try job.warnAboutFilters(in: context)
        try job.objectStore.check([job.directory] + also)
        try checkCopies(in: context)
        if dryRun {
            if !also.isEmpty { context.inform(Self.unplanned) }
            return try printer.print(one: try await MirrorPlanning(job).report(in: context))
        }
        let start = context.clock.elapsed
        let upstream = try MirrorUpstream(job.upstream, path: job.path).address.base
        let metrics = try metricsFile.map { path in
            MirrorMetrics(
                path: path, directory: job.directory,
                store: try job.objectStore.store(job.directory, in: context))
        }
        do {
            let outcome = try await context.withProgress(progress.progress) { reporter in
                try await job.mirrorRun(in: context, progress: MirrorTeller(reporter)).sync()
            }
            try await metrics?.write(outcome, in: context)
            outcome.warnings.forEach { context.warn($0.description) }
            let report = MirrorReport(
                outcome, directory: job.directory, upstream: upstream,
                elapsed: context.clock.elapsed - start)
            try await finish(report, Failure(failedFilesOf: outcome), printer, in: context)
        } catch let error as MirrorError {
            try? await metrics?.writeFailure(in: context)
            guard case .cancelled = error else { throw error }
            // The program puts the signal's name before it, and ends with the signal's status.
            throw Failure(
                .failed, "what is published is unchanged, and what came is kept for the next run")
        }
    }

    /// Refuses places for copies that no copy could be made in, before anything is fetched.
    private func checkCopies(in context: Context) throws {
        let isStored = S3Location.isMeant(by: job.directory)
        var taken = isStored ? [try S3Location(job.directory)] : []
        for place in also {
            guard S3Location.isMeant(by: place) else {
                throw Failure(
                    .usage, "--also names a place in an object store", received: place,
                    hint: "give s3://BUCKET/PREFIX")
            }
            _ = try job.objectStore.store(place, job.transfer.logging, in: context)
            let location = try S3Location(place)
            if let other = taken.first(where: location.overlaps) {
                throw Failure(
                    .usage, "a copy cannot be made in \(other), where a mirror is to be already",
                    received: place, hint: "give each a prefix of its own, none within another")
            }
            taken.append(location)
        }
    }

    /// Prints what became of the mirror, and of its copies where it has some.
    private func finish(
        _ report: MirrorReport, _ failure: Failure?, _ printer: Printer<MirrorReport>,
        in context: Context
    ) async throws {
        guard !also.isEmpty else {
            try printer.print(one: report)
            if let failure { throw failure }
            return
        }
        if let failure {
            try printer.print([report])
            throw failure
        }
        let copies = try await MirrorCopies(job, also, progress).make(in: context)
        try printer.print([report] + copies.reports)
        if let failure = copies.failure { throw failure }
    }
}
