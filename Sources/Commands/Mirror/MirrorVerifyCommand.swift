package import ArgumentParser
internal import SimpleStreams
internal import Workflows

/// `mirror verify`: compares a mirror with the metadata it publishes. Exits 2 when they differ.
package struct MirrorVerifyCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare a mirror with its metadata; exit 2 when a file is missing or wrong.",
        discussion: Examples.text([
            ("maas-boot mirror verify /srv/images", "every file's presence and size"),
            (
                "maas-boot mirror verify s3://images/maas",
                "the checksums that the object store keeps; nothing is downloaded"
            ),
            (
                "maas-boot mirror verify /srv/images --checksum --for maas --repair",
                "hash everything, apply MAAS's own rules, fetch again what is wrong"
            ),
        ]))

    @Argument(
        help: "The mirror's directory, or s3://BUCKET/PREFIX.", completion: .directory)
    package var directory: String

    @Flag(help: "Fetch missing and wrong files again.")
    package var repair = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Judge it as this reader would: maas.", valueName: "reader"))
    package var reader: MirrorReader?

    @Option(
        help: ArgumentHelp(
            "With --for maas: the region's version, which some products ask for.",
            valueName: "version"))
    package var maasVersion: String?

    @Option(
        help: ArgumentHelp(
            "Write figures for Prometheus' textfile collector here.", valueName: "file"),
        completion: .file())
    package var metricsFile: String?

    @OptionGroup package var trust: MirrorTrustOptions
    @OptionGroup package var transfer: MirrorTransferOptions
    @OptionGroup package var objectStore: ObjectStoreOptions
    @OptionGroup package var progress: ProgressOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func validate() throws {
        if maasVersion != nil, reader == nil {
            throw ValidationError("--maas-version is for --for maas; give that too.")
        }
    }

    package func run(in context: Context) async throws {
        let printer = try Printer(MirrorVerdict.listing, output.request, in: context)
        try objectStore.check([directory])
        let store = try objectStore.store(directory, transfer.logging, in: context)
        let state = try await MirrorState.known(in: store)
        let verifier = try trust.verifier(ofMirror: state)
        let verify = MirrorVerify(
            store: store, verifier: verifier, readsAll: transfer.checksum)
        let report = try await context.withProgress(progress.progress) { reporter in
            reporter.report(.stage("comparing files with metadata"))
            return try await verify.verify()
        }
        if report.signer == nil { context.warn(MirrorWarning.unsigned.description) }
        let acceptance = reader == nil ? [] : try await judge(verify, report, store)
        let repaired =
            repair && !report.findings.isEmpty
            ? try await repairing(report, state, store, verifier, context) : []
        if let metricsFile {
            try await MirrorMetrics(path: metricsFile, directory: directory, store: store)
                .write(report, in: context)
        }
        let verdict = MirrorVerdict(
            directory: directory, report: report, acceptance: acceptance, repaired: repaired,
            reads: transfer.checksum)
        try printer.print(one: verdict)
        if !verdict.isSound { throw QuietEnd(.differences) }
    }

    private func judge(
        _ verify: MirrorVerify, _ report: VerifyReport, _ store: any Store
    ) async throws -> [MAASAcceptance.Finding] {
        let wrong = Set(report.findings.map(\.file.path))
        let documents = try await verify.documents()
        var held: Set<RelativePath> = []
        for path in MAASAcceptance.paths(in: documents) where !wrong.contains(path) {
            if ((try? await store.look(at: path)) ?? nil) != nil { held.insert(path) }
        }
        return MAASAcceptance.judge(documents, server: maasVersion) { held.contains($0) }
    }

    private func repairing(
        _ report: VerifyReport, _ state: MirrorState, _ store: any Store,
        _ verifier: Verifier, _ context: Context
    ) async throws -> [FileResult] {
        let address = try StreamAddress(state.upstream)
        let options = transfer.options(
            indexPath: state.indexPath ?? address.indexPath, trust: trust.policy)
        return try await context.withProgress(progress.progress) { reporter in
            try await MirrorRun(
                source: transfer.source(address, in: context), store: store, verifier: verifier,
                part: nil, options: options, time: context.mirrorTime,
                progress: MirrorTeller(reporter)
            ).repair(report)
        }
    }
}

/// By whose rules a mirror is judged.
package enum MirrorReader: String, Sendable, CaseIterable, ExpressibleByArgument {
    case maas
}
