package import ArgumentParser
internal import FoundationEssentials
internal import ObjectStore
internal import SimpleStreams
internal import Workflows

/// `mirror publish`: copies a mirror to an object store.
package struct MirrorPublishCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Copy a mirror to an object store; only what changed is sent.",
        discussion: Examples.text([
            (
                "maas-boot mirror publish /srv/images s3://images/maas --s3-endpoint "
                    + "https://s3.example.com", "an existing site moves with one command"
            ),
            (
                "maas-boot mirror publish /srv/images s3://images/maas --dry-run",
                "what would be sent and removed"
            ),
        ]))

    @Argument(help: "The mirror's directory.", completion: .directory)
    package var directory: String

    @Argument(help: "Where it is copied to: s3://BUCKET/PREFIX.")
    package var destination: String

    @Flag(help: "Say what would be sent and removed, and do nothing.")
    package var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Keep files that metadata no longer names for so many days.", valueName: "days"))
    package var keepDays = 1.0

    @Flag(help: "Let the copy follow another upstream from now on.")
    package var changeUpstream = false

    /// As many as there are parts under way: more files at once only wait for each other's parts, and
    /// hold one in memory meanwhile.
    @Option(help: ArgumentHelp("Send this many files at once.", valueName: "number"))
    package var transfers = 8

    @Option(
        help: ArgumentHelp(
            "Wait this long for another run on the same copy to end.", valueName: "time"))
    package var lockWait = TypedDuration(.zero)

    @Flag(help: "Download and hash every file of the copy instead of trusting the store.")
    package var checksum = false

    @OptionGroup package var trust: MirrorTrustOptions
    @OptionGroup package var objectStore: ObjectStoreOptions
    @OptionGroup package var logging: LogOptions
    @OptionGroup package var progress: ProgressOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func validate() throws {
        guard keepDays >= 0 else { throw ValidationError("--keep-days is not negative.") }
        guard (1...256).contains(transfers) else {
            throw ValidationError("--transfers is from 1 to 256.")
        }
    }

    package func run(in context: Context) async throws {
        let printer = try Printer(MirrorReport.listing, output.request, in: context)
        try Failure.refuse(
            directory, for: "what is copied is a directory",
            hint: "mirror to a directory first, or sync \(destination) itself")
        guard S3Location.isMeant(by: destination) else {
            throw Failure(
                .usage, "a mirror is copied to an object store", received: destination,
                hint: "give s3://BUCKET/PREFIX; for another machine there is mirror pack")
        }
        let start = context.clock.elapsed
        guard !dryRun else {
            let publish = try await publishing(NoProgress(), in: context)
            let plan = try await publish.plan()
            plan.warnings.forEach { context.warn($0.description) }
            return try printer.print(
                one: MirrorReport(
                    plan, .copy, directory: destination, upstream: publish.upstream,
                    now: context.clock.now, grace: keepDays * 86_400))
        }
        do {
            let (outcome, upstream) = try await context.withProgress(progress.progress) {
                reporter in
                let publish = try await publishing(MirrorTeller(reporter, .copy), in: context)
                return (try await publish.publish(), publish.upstream)
            }
            outcome.warnings.forEach { context.warn($0.description) }
            try printer.print(
                one: MirrorReport(
                    outcome, .copy, directory: destination, upstream: upstream,
                    elapsed: context.clock.elapsed - start))
            if let failure = Failure(copying: directory, outcome) { throw failure }
        } catch MirrorError.cancelled {
            throw Failure(.failed, "what is published is unchanged, and what came is kept")
        }
    }

    private func publishing(
        _ progress: any MirrorProgress, in context: Context
    ) async throws -> MirrorPublish {
        var options = MirrorOptions()
        options.grace = keepDays * 86_400
        options.changesUpstream = changeUpstream
        options.transfers = transfers
        options.lockWait = lockWait.duration
        options.readsAll = checksum
        options.trust = trust.policy
        let trust = trust
        return try await MirrorCopying(
            verifier: { try trust.verifier(ofMirror: $0) }, options: options
        ).publish(
            from: DirectoryStore(directory: directory),
            to: try objectStore.store(destination, logging, in: context),
            time: context.mirrorTime, progress: progress)
    }
}
