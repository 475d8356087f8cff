/// Copies a mirror to another place, or brings the copy up to date: what changed, and nothing else.
///
/// A mirror run whose source is the mirror: the same lock, checks, order and records, so that the
/// copy is whole at every instant, and a later run of any kind goes on with it.
package struct MirrorPublish: Sendable {
    private let run: MirrorRun
    /// What the mirror mirrors.
    package let upstream: String

    /// Reads and verifies the mirror's published metadata.
    ///
    /// - Parameters:
    ///   - verifier: checks the metadata, on this side and as it is published on the other.
    ///   - options: of these, the index is the mirror's.
    package init(
        _ store: any Store, to copy: any Store, verifier: any DocumentVerifier,
        options: MirrorOptions = MirrorOptions(), time: MirrorTime = .system,
        progress: any MirrorProgress = NoProgress()
    ) async throws(MirrorError) {
        let (state, metadata) = try await MirrorVerify(
            store: store, verifier: verifier, readsAll: false
        ).published()
        guard let index = state.indexPath else { throw .noMirror(store.name) }
        let keyrings = try await MirrorError.store { () async throws(StoreError) in
            try await Self.keyrings(store, state)
        }
        var options = options
        options.indexPath = index
        upstream = state.upstream
        run = MirrorRun(
            source: MirrorSource(store, state, metadata, keyrings: keyrings), store: copy,
            verifier: verifier, part: nil, parts: state.parts, options: options, time: time,
            progress: progress)
    }

    /// What copying would do now. Writes nothing.
    package func plan() async throws(MirrorError) -> MirrorPlan {
        try await run.plan()
    }

    /// Copies. Items that could not be copied are no error here: the outcome lists them, and says
    /// that nothing was published.
    package func publish() async throws(MirrorError) -> MirrorOutcome {
        try await run.sync()
    }

    private static func keyrings(
        _ store: any Store, _ state: MirrorState
    ) async throws(StoreError) -> [StoredDocument] {
        guard state.signing != nil else { return [] }
        var documents: [StoredDocument] = []
        for path in SitePublication.keyringPaths {
            if let bytes = try await store.document(at: path, limit: 1 << 20) {
                documents.append(StoredDocument(path: path, bytes: bytes))
            }
        }
        return documents
    }
}
