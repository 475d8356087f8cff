package import ArgumentParser
internal import FoundationEssentials
internal import SimpleStreams

/// `mirror pack`: writes a mirror as one archive.
package struct MirrorPackCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Write a mirror as one archive, for a place that no network reaches.",
        discussion:
            "The archive is a plain tar file; mirror unpack checks everything in it again.\n\n"
            + Examples.text([
                ("maas-boot mirror pack /srv/images /media/usb/images.tar", "all of the mirror"),
                (
                    "maas-boot mirror pack /srv/images /media/usb/new.tar --since state.json",
                    "only what the other side lacks"
                ),
                ("maas-boot mirror pack /srv/images - > /dev/nst0", "to a tape"),
            ]))

    @Argument(help: "The mirror's directory.", completion: .directory)
    package var directory: String

    @Argument(help: "The archive to write, or - for standard output.", completion: .file())
    package var archive: String

    @Option(
        help: ArgumentHelp(
            "Leave out what the other side has: an earlier archive, what --state-file wrote, or the "
                + "other mirror's .maas-boot/state.json.", valueName: "state"), completion: .file())
    package var since: String?

    @Option(
        help: ArgumentHelp(
            "Write down here what the other side has once it unpacked this.", valueName: "file"),
        completion: .file())
    package var stateFile: String?

    @Flag(help: "Say what would be packed, and write nothing.")
    package var dryRun = false

    @OptionGroup package var trust: MirrorTrustOptions
    @OptionGroup package var progress: ProgressOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func validate() throws {
        guard !archive.isEmpty else {
            throw ValidationError("<archive> is an empty text: name a file, or - for a stream.")
        }
    }

    package func run(in context: Context) async throws {
        let isStream = archive == "-"
        var told = context
        // Standard output is the archive's.
        if isStream { told.standardOutput = context.standardError }
        let printer = try Printer(PackReport.listing, output.request, in: told)
        guard dryRun || !isStream || !context.terminal.isTerminal(.output) else {
            throw Failure(
                .usage, "the archive is not written to a terminal",
                hint: "name a file, or pipe it: maas-boot mirror pack \(directory) - | ssh …")
        }
        try Failure.refuse(
            directory, for: "an archive is made of a directory",
            hint: "mirror to a directory and pack that, or sync the other site from the bucket")
        try refuseOverwritingBase()
        let start = context.clock.elapsed
        let pack = try await packing()
        let plan = try await pack.plan()
        var report = PackReport(plan, directory: directory, archive: archive)
        report.dryRun = dryRun
        report.changed = try await !isThere(plan)
        if !dryRun {
            if report.changed { try await write(plan, with: pack, in: context) }
            if let stateFile { try StateFile(stateFile).write(plan.manifestBytes) }
        }
        if !plan.manifest.isVerified { context.warn(MirrorWarning.unsigned.description) }
        report.elapsed = context.clock.elapsed - start
        try printer.print(one: report)
    }

    /// An archive that holds what is new since another one is nothing without that one.
    private func refuseOverwritingBase() throws(Failure) {
        func real(_ path: String) -> String {
            URL(filePath: path).resolvingSymlinksInPath().standardized.path
        }
        guard let since, !dryRun, archive != "-", real(since) == real(archive) else { return }
        throw Failure(
            .usage, "the archive would be written over the one that --since names",
            received: archive, hint: "give it a name of its own; both are needed to unpack")
    }

    private func packing() async throws -> MirrorPack {
        let store = DirectoryStore(directory: directory)
        let state = try await MirrorState.known(in: store)
        guard state.indexPath != nil else { throw MirrorError.noMirror(directory) }
        var held: HeldFiles?
        if let since { held = try await HeldFiles(reading: try ArchiveFile(since)) }
        return MirrorPack(
            store: store, verifier: try trust.verifier(ofMirror: state), since: held)
    }

    /// Whether the file is this archive already, all of it read.
    private func isThere(_ plan: PackPlan) async throws -> Bool {
        guard archive != "-", FileManager.default.fileExists(atPath: archive) else { return false }
        guard let file = try? ArchiveFile(archive) else { return false }
        return await plan.isHeld(in: file)
    }

    private func write(
        _ plan: PackPlan, with pack: MirrorPack, in context: Context
    ) async throws {
        let draft = archive == "-" ? nil : try draft(for: plan)
        let output: any ArchiveOutput = draft ?? ArchiveStreamOutput(sink: context.outputBytes)
        do {
            try await context.withProgress(progress.progress) { reporter in
                reporter.report(.stage("packing"))
                try await pack.write(plan, to: output) { written in
                    reporter.report(.amount(done: Int(written), total: Int(plan.size)))
                }
            }
            try draft?.keep()
        } catch {
            draft?.discard()
            if case MirrorError.cancelled = error {
                throw Failure(.failed, "no archive was written to its end")
            }
            throw error
        }
    }

    private func draft(for plan: PackPlan) throws -> ArchiveDraft {
        let place = URL(filePath: archive).deletingLastPathComponent().path
        if let free = (try? DirectoryStore(directory: place).freeSpace()) ?? nil, free < plan.size {
            throw Failure(
                .failed,
                "\(ByteSize(bytes: Int(plan.size))) are needed for the archive and "
                    + "\(ByteSize(bytes: Int(free))) are free",
                hint: "pack less with --since, or split it: maas-boot mirror pack \(directory) - | "
                    + "split -b 4000M - PREFIX")
        }
        return try ArchiveDraft(archive)
    }
}
