/// Makes a directory the mirror that an archive holds, or brings it up to date.
///
/// A mirror run whose source is the archive: the same lock, checks, order and records, so that a
/// later run of any kind goes on with what it leaves.
package struct MirrorUnpack: Sendable {
    private let source: ArchiveSource
    private let run: MirrorRun

    /// - Parameter options: of these, the index, transfers and retries are the archive's.
    package init(
        _ source: ArchiveSource, into store: any Store, verifier: any DocumentVerifier,
        options: MirrorOptions = MirrorOptions(), time: MirrorTime = .system,
        progress: any MirrorProgress = NoProgress()
    ) {
        var options = options
        options.indexPath = source.manifest.indexPath
        options.transfers = 1
        options.retry.attempts = 1
        self.source = source
        run = MirrorRun(
            source: source, store: store, verifier: verifier, part: nil,
            parts: source.manifest.parts, options: options, time: time, progress: progress)
    }

    /// What unpacking would do now. Writes nothing.
    package func plan() async throws(MirrorError) -> MirrorPlan {
        try await run.plan()
    }

    /// Unpacks. Items whose content is wrong are no error here: the outcome lists them, and says
    /// that nothing was published. An archive that is wrong as a whole is.
    package func unpack() async throws(MirrorError) -> MirrorOutcome {
        let outcome = try await run.sync()
        if let fault = await source.fault { throw .archive(fault) }
        return outcome
    }
}
