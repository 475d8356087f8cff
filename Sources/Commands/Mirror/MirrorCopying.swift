internal import SimpleStreams

/// Makes the copy of a mirror that options ask for.
struct MirrorCopying: Sendable {
    /// Whose signature on the mirror is believed, given what the mirror remembers.
    let verifier: @Sendable (MirrorState) throws -> Verifier
    let options: MirrorOptions

    /// The copying, with the mirror's metadata read and verified.
    func publish(
        from store: any Store, to copy: any Store, time: MirrorTime,
        progress: any MirrorProgress
    ) async throws -> MirrorPublish {
        let state = try await MirrorState.known(in: store)
        var options = options
        options.keyring = state.keyring
        return try await MirrorPublish(
            store, to: copy, verifier: try verifier(state), options: options,
            time: time, progress: progress)
    }
}

extension Failure {
    /// The failure of a copy for which files were missing or wrong; nil when all were sent.
    init?(copying directory: String, _ outcome: MirrorOutcome) {
        guard var failure = Failure(failedFilesOf: outcome, .copy) else { return nil }
        failure.hint =
            failure.kind == .temporary
            ? "run it again: what was sent stays"
            : "mend the mirror first: maas-boot mirror verify \(ShellWord.quoted(directory)) "
                + "--checksum --repair"
        self = failure
    }
}
