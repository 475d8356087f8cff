internal import FoundationEssentials

/// Compares a mirror with its own published metadata. Needs no upstream, and changes nothing.
package struct MirrorVerify: Sendable {
    let store: any Store
    let verifier: any DocumentVerifier
    let readsAll: Bool
    let progress: any MirrorProgress

    /// A comparison.
    ///
    /// - Parameter readsAll: whether contents are hashed; else sizes are compared.
    package init(
        store: any Store, verifier: any DocumentVerifier, readsAll: Bool,
        progress: any MirrorProgress = NoProgress()
    ) {
        self.store = store
        self.verifier = verifier
        self.readsAll = readsAll
        self.progress = progress
    }

    /// Compares.
    package func verify() async throws(MirrorError) -> VerifyReport {
        let (state, metadata) = try await published()
        let wanted = try Wanted(state.parts, in: metadata.products, held: state.holdings)
        let retained = wanted.retainedPaths.sorted().compactMap { state.files[$0]?.file }
        let files = wanted.table.files + retained
        let width = readsAll ? max(1, ProcessInfo.processInfo.activeProcessorCount) : Self.looks
        let checks = await BoundedWork.map(files, width: width) { await check($0) }
        if Task.isCancelled { throw .cancelled }
        let findings = zip(files, checks).compactMap { file, check in
            (check?.problem).map { VerifyReport.Finding(file: file, problem: $0) }
        }
        let wrong = findings.reduce(0) { $0 + $1.file.size }
        return VerifyReport(
            advertised: Self.countFiles(metadata.products), selected: files.count,
            held: files.count - findings.count,
            heldBytes: files.reduce(0) { $0 + $1.size } - wrong,
            unselectedProducts: wanted.unselectedProducts, findings: findings,
            readsAll: readsAll, vouched: checks.count { $0?.isVouched == true },
            signer: metadata.trust.fingerprint)
    }

    /// The products files of the mirror as it is published.
    package func documents() async throws(MirrorError) -> [ProductsDocument] {
        try await published().metadata.products
    }

    /// The state and the metadata of the mirror as it is published, verified.
    func published() async throws(MirrorError) -> (
        state: MirrorState, metadata: StreamMetadata
    ) {
        let state = try await MirrorState.known(in: store)
        guard let index = state.indexPath else { throw .noMirror(store.name) }
        let reader = MetadataReader(
            source: StoreSource(store: store), verifier: verifier, retry: RetryPolicy(),
            time: .system, width: 1)
        return (state, try await reader.read(indexAt: index))
    }

    /// What a file is found to be.
    private struct Check: Sendable {
        var problem: VerifyReport.Finding.Problem?
        /// Whether the store itself vouches for the content.
        var isVouched = false
    }

    /// Files looked at, not read, at once: what a store far away needs time for is not its work.
    private static let looks = 16

    @concurrent private func check(_ file: FileEntry) async -> Check {
        do throws(StoreError) {
            guard let found = try await store.look(at: file.path) else {
                return Check(problem: .missing)
            }
            guard found.size == file.size else { return Check(problem: .size(found.size)) }
            guard readsAll else {
                guard let digest = try await store.vouchedDigest(of: file.path) else {
                    return Check()
                }
                return Check(problem: digest == file.sha256 ? nil : .content, isVouched: true)
            }
            progress.report(.reading(file.path))
            let isWrong = try await ItemCheck(store: store).holds(file) == false
            return Check(problem: isWrong ? .content : nil)
        } catch {
            return Check(problem: .unreadable(error))
        }
    }

    private static func countFiles(_ documents: [ProductsDocument]) -> Int {
        var paths: Set<RelativePath> = []
        for item in documents.flatMap(\.items) {
            if let file = try? item.file() { paths.insert(file.path) }
        }
        return paths.count
    }
}
