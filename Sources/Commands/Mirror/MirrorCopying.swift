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
        let isOfTheMirror = outcome.results.contains { result in
            switch result.failure {
            case .source, .tooLong, .tooShort, .wrongContent: true
            default: false
            }
        }
        if isOfTheMirror {
            failure.hint =
                "mend the mirror first: maas-boot mirror verify \(ShellWord.quoted(directory)) "
                + "--checksum --repair"
        } else if failure.kind == .temporary || failure.kind == .partlyFailed {
            failure.hint = "run it again: what was sent stays"
        }
        self = failure
    }
}
