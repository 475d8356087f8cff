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
        let checks = try await check(files, width: width, records: state.files)
        let findings = zip(files, checks).compactMap { file, check in
            check.problem.map { VerifyReport.Finding(file: file, problem: $0) }
        }
        let wrong = findings.reduce(0) { $0 + $1.file.size }
        return VerifyReport(
            advertised: Self.countFiles(metadata.products), selected: files.count,
            held: files.count - findings.count,
            heldBytes: files.reduce(0) { $0 + $1.size } - wrong,
            unselectedProducts: wanted.unselectedProducts, findings: findings,
            readsAll: readsAll, vouched: checks.count { $0.isVouched },
            unproven: checks.count { $0.isUnproven }, signer: metadata.trust.fingerprint)
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
        /// Whether its size is right, and nothing tells of its content.
        var isUnproven = false
    }

    /// Files looked at, not read, at once: what a store far away needs time for is not its work.
    private static let looks = 16

    private func check(
        _ files: [FileEntry], width: Int, records: [RelativePath: FileRecord]
    ) async throws(MirrorError) -> [Check] {
        let results = await BoundedWork.map(files, width: width) { file in
            await check(file, records[file.path])
        }
        if Task.isCancelled { throw .cancelled }
        return try await MirrorError.store { () async throws(StoreError) in
            var checks: [Check] = []
            for result in results.compactMap(\.self) { checks.append(try result.get()) }
            return checks
        }
    }

    /// A store that does not answer, or refuses, says nothing of the file: that ends the comparison.
    @concurrent private func check(
        _ file: FileEntry, _ record: FileRecord?
    ) async -> Result<Check, StoreError> {
        do throws(StoreError) {
            return .success(try await compare(file, record))
        } catch {
            return error.isOfTheItem
                ? .success(Check(problem: .unreadable(error))) : .failure(error)
        }
    }

    private func compare(
        _ file: FileEntry, _ record: FileRecord?
    ) async throws(StoreError) -> Check {
        guard let found = try await store.look(at: file.path) else {
            return Check(problem: .missing)
        }
        guard found.size == file.size else { return Check(problem: .size(found.size)) }
        if readsAll {
            progress.report(.reading(file.path))
            let isWrong = try await ItemCheck(store: store).holds(file) == false
            return Check(problem: isWrong ? .content : nil)
        }
        if let digest = try await store.vouchedDigest(of: file.path) {
            return Check(problem: digest == file.sha256 ? nil : .content, isVouched: true)
        }
        let look = FirstLook.judge(file, found: found, record: record, readsAll: false)
        return Check(isUnproven: look == .needsReading(found))
    }

    private static func countFiles(_ documents: [ProductsDocument]) -> Int {
        var paths: Set<RelativePath> = []
        for item in documents.flatMap(\.items) {
            if let file = try? item.file() { paths.insert(file.path) }
        }
        return paths.count
    }
}
