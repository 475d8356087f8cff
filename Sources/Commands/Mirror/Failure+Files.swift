internal import SimpleStreams

extension Failure {
    /// Files named in a message; a document or JSON has them all.
    private static let namedFiles = 3

    /// The failure of a run in which files could not be fetched; nil when all came.
    ///
    /// 5 when nothing came and a later run may help, 6 when everything that failed was delivered
    /// with other bytes than the metadata says, the store's own status when it took nothing, else 9.
    init?(failedFilesOf outcome: MirrorOutcome, _ deed: MirrorDeed = .fetch) {
        let failed = outcome.results.compactMap { result in
            result.failure.map { (path: result.file.path, failure: $0) }
        }
        guard !failed.isEmpty else { return nil }
        let nothingCame = failed.count == outcome.results.count
        let areWrong = failed.allSatisfy { $0.failure.isOfContent }
        let refusal = Self.refusal(failed.map(\.failure))
        let kind: FailureKind =
            if nothingCame, outcome.failuresAreTemporary {
                .temporary
            } else if areWrong {
                .verificationFailed
            } else if nothingCame, let refusal {
                refusal.failureKind
            } else {
                .partlyFailed
            }
        let named = failed.prefix(Self.namedFiles).map { "\($0.path): \($0.failure)" }
        let rest = failed.count - named.count
        self.init(
            kind,
            "\(failed.count) of \(Counted.text(outcome.results.count, "file")) could not be \(deed.participle): "
                + named.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : ""),
            hint: areWrong
                ? "upstream, or a cache before it, has other files than its metadata says: try later"
                : refusal?.hint
                    ?? "run it again: what came is kept, and files are continued where they broke off",
            details: [
                "failed": .array(
                    failed.map { file in
                        [
                            "path": .string(file.path.text),
                            "reason": .string(file.failure.description),
                        ]
                    })
            ])
    }

    /// What the store said, where it is what would not take the files, all for the same reason.
    private static func refusal(_ failures: [FileFailure]) -> StoreError? {
        var first: StoreError?
        for failure in failures {
            switch failure {
            case .cancelled: continue
            case .store(let error) where first == nil || first?.kind == error.kind:
                first = first ?? error
            default: return nil
            }
        }
        return first
    }
}

extension FileFailure {
    /// Whether the file came and was not what the metadata says.
    var isOfContent: Bool {
        switch self {
        case .wrongContent, .tooLong: true
        case .source(let error): error.kind == .damaged
        default: false
        }
    }
}
