package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams

/// `mirror unpack`: makes a directory the mirror that an archive holds.
package struct MirrorUnpackCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "unpack",
        abstract: "Make a directory the mirror that an archive holds, or bring it up to date.",
        discussion:
            "Everything is verified before anything is published. Run again, it goes on where an "
            + "interrupted run stopped.\n\n"
            + Examples.text([
                ("maas-boot mirror unpack /media/usb/images.tar /srv/images", "from a disk"),
                (
                    "maas-boot mirror unpack - /srv/images --keyring site.gpg < /dev/nst0",
                    "from a tape, signed by a key of one's own"
                ),
            ]))

    /// A pipe may stand still while somebody changes the medium; an interrupt ends the wait.
    private static let idleLimit: Duration = .seconds(365 * 86_400)

    @Argument(help: "The archive, or - for standard input.", completion: .file())
    package var archive: String

    @Argument(help: "The mirror's directory.", completion: .directory)
    package var directory: String

    @OptionGroup package var trust: MirrorTrustOptions

    @Option(
        help: ArgumentHelp(
            "Keep files that metadata no longer names for so many days.", valueName: "days"))
    package var keepDays = 1.0

    @Flag(help: "Let this mirror follow another upstream from now on.")
    package var changeUpstream = false

    @Option(
        help: ArgumentHelp(
            "Wait this long for another run on the same mirror to end.", valueName: "time"))
    package var lockWait = TypedDuration(.zero)

    @Flag(help: "Read and hash every file instead of trusting size and time.")
    package var checksum = false

    @Option(
        help: ArgumentHelp(
            "Write down here what the mirror holds now, for mirror pack --since.",
            valueName: "file"), completion: .file())
    package var stateFile: String?

    @Flag(help: "Say what would be unpacked and removed, and do nothing.")
    package var dryRun = false

    @OptionGroup package var progress: ProgressOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func validate() throws {
        guard !archive.isEmpty else {
            throw ValidationError("<archive> is an empty text: name a file, or - for a stream.")
        }
        guard keepDays >= 0 else { throw ValidationError("--keep-days is not negative.") }
    }

    package func run(in context: Context) async throws {
        let printer = try Printer(MirrorReport.listing, output.request, in: context)
        try Failure.refuse(
            directory, for: "an archive is unpacked to a directory",
            hint: "unpack it to a directory, then: maas-boot mirror publish DIR \(directory)")
        let start = context.clock.elapsed
        let source = try await ArchiveSource.open(input(in: context))
        guard !dryRun else { return try await plan(source, printer, in: context) }
        do {
            let outcome = try await context.withProgress(progress.progress) { reporter in
                try await unpacking(source, MirrorTeller(reporter), in: context).unpack()
            }
            outcome.warnings.forEach { context.warn($0.description) }
            try printer.print(
                one: MirrorReport(
                    outcome, directory: directory, upstream: source.name,
                    elapsed: context.clock.elapsed - start))
            if let failure = Failure(unpacking: archive, outcome) { throw failure }
            if let stateFile { try await writeState(to: StateFile(stateFile)) }
        } catch MirrorError.cancelled {
            throw Failure(
                .failed, "what is published is unchanged, and what came is kept for the next run")
        }
    }

    private func input(in context: Context) throws -> any ArchiveInput {
        guard archive == "-" else { return try ArchiveFile(archive) }
        guard !context.terminal.isTerminal(.input) else {
            throw Failure(
                .usage, "the archive is not read from a terminal",
                hint: "name a file, or feed it: maas-boot mirror unpack - \(directory) < FILE")
        }
        return ArchiveStreamInput(context.inputBytes)
    }

    private func unpacking(
        _ source: ArchiveSource, _ progress: any MirrorProgress, in context: Context
    ) async throws -> MirrorUnpack {
        let store = DirectoryStore(directory: directory)
        let recorded = changeUpstream ? nil : try await MirrorState.recorded(in: store)?.keyring
        var options = MirrorOptions()
        options.idleLimit = Self.idleLimit
        options.grace = keepDays * 86_400
        options.changesUpstream = changeUpstream
        options.lockWait = lockWait.duration
        options.readsAll = checksum
        options.trust = trust.policy
        options.keyring = try trust.chosenKeyring(recorded: recorded)
            .map { try AbsolutePath.of($0) }
        return MirrorUnpack(
            source, into: store,
            verifier: try trust.verifier(
                indexPath: source.manifest.indexPath, recorded: recorded),
            options: options, time: context.mirrorTime, progress: progress)
    }

    private func plan(
        _ source: ArchiveSource, _ printer: Printer<MirrorReport>, in context: Context
    ) async throws {
        let plan = try await unpacking(source, NoProgress(), in: context).plan()
        plan.warnings.forEach { context.warn($0.description) }
        try printer.print(
            one: MirrorReport(
                plan, directory: directory, upstream: source.name, now: context.clock.now,
                grace: keepDays * 86_400))
    }

    private func writeState(to file: StateFile) async throws {
        do {
            let record = try DirectoryStore(directory: directory).record(.state)
            try file.write(record ?? [])
        } catch let error as StoreError {
            throw MirrorError.store(error)
        }
    }
}
