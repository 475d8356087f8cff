internal import Digests

/// Writes a mirror as one archive, for a place that no network reaches.
///
/// Metadata is verified as it is published, every item while it is written: what is not right ends
/// the archive, and is named. The same mirror gives the same bytes.
package struct MirrorPack: Sendable {
    /// Is told how many bytes of the archive are written.
    package typealias Progress = @Sendable (_ written: Int64) -> Void

    private let store: any Store
    private let verifier: any DocumentVerifier
    private let since: HeldFiles?

    /// - Parameter since: what the other side has; nil for nothing.
    package init(store: any Store, verifier: any DocumentVerifier, since: HeldFiles? = nil) {
        self.store = store
        self.verifier = verifier
        self.since = since
    }

    /// Reads the mirror's metadata and looks at every file it is to hold. Writes nothing.
    package func plan() async throws(MirrorError) -> PackPlan {
        let verify = MirrorVerify(store: store, verifier: verifier, readsAll: false)
        let (state, metadata) = try await verify.published()
        guard let index = state.indexPath else { throw .noMirror(store.name) }
        let files = try Wanted(state.parts, in: metadata.products, held: state.holdings)
            .table.files
        try await look(at: files)
        let held = since?.files ?? []
        let manifest = PackManifest(
            state, metadata, indexPath: index, items: files.filter { !held.contains($0) },
            reliesOn: files.filter(held.contains))
        return PackPlan(manifest, documents: metadata.documents)
    }

    private func look(at files: [FileEntry]) async throws(MirrorError) {
        var wrong: [(path: String, problem: String)] = []
        for file in files {
            let found = try await MirrorError.store { () async throws(StoreError) in
                try await store.look(at: file.path)
            }
            guard found?.size != file.size else { continue }
            let problem = found.map { "\($0.size) bytes instead of \(file.size)" } ?? "missing"
            wrong.append((file.path.text, problem))
        }
        guard !wrong.isEmpty else { return }
        throw .archive(Self.wrongMirror(wrong))
    }

    private static func wrongMirror(_ files: [(path: String, problem: String)]) -> ArchiveError {
        ArchiveError(
            .wrongMirror,
            "the mirror is not what its metadata says: "
                + ArchiveError.list(files.map { "\($0.path) (\($0.problem))" }),
            hint: "mend it first: maas-boot mirror verify DIRECTORY --checksum --repair",
            paths: files.map(\.path))
    }

    /// Writes the archive. One that was not written to its end must not be taken for one.
    @concurrent package func write(
        _ plan: PackPlan, to output: any ArchiveOutput, progress: Progress = { _ in }
    ) async throws(MirrorError) {
        let contents =
            [plan.manifestBytes, PackLayout.digestLine(of: plan.manifestBytes)]
            + plan.documents.map(\.bytes)
        for (entry, content) in zip(plan.layout.entries, contents) {
            try Self.write(entry.header + content, output)
            try Self.write(Self.padding(entry), output)
        }
        for entry in plan.layout.entries.dropFirst(contents.count) {
            try Self.write(entry.header, output)
            try await copy(entry, to: output, progress)
            try Self.write(Self.padding(entry), output)
        }
        try Self.write(TarHeader.trailer, output)
        progress(plan.size)
    }

    private static func padding(_ entry: PackLayout.Entry) -> [UInt8] {
        [UInt8](repeating: 0, count: TarHeader.padding(after: entry.file.size))
    }

    private static func write(
        _ bytes: [UInt8], _ output: any ArchiveOutput
    ) throws(MirrorError) {
        do throws(ArchiveError) {
            try output.write(bytes.span.bytes)
        } catch {
            throw .archive(error)
        }
    }

    /// Copies an item and compares it with the metadata on the way.
    private func copy(
        _ entry: PackLayout.Entry, to output: any ArchiveOutput, _ progress: Progress
    ) async throws(MirrorError) {
        let file = entry.file
        var hash = SHA256()
        var size: Int64 = 0
        var failure: ArchiveError?
        try await MirrorError.store { () async throws(StoreError) in
            try await store.read(file.path) { bytes in
                size += Int64(bytes.byteCount)
                guard size <= file.size, !Task.isCancelled else { return false }
                bytes.withUnsafeBytes { hash.update($0) }
                do throws(ArchiveError) {
                    try output.write(bytes)
                } catch {
                    failure = error
                    return false
                }
                progress(entry.content + size)
                return true
            }
        }
        let digest = SHA256Digest(bytes: hash.finalize())
        if Task.isCancelled { throw .cancelled }
        if let failure { throw .archive(failure) }
        guard size == file.size, digest == file.sha256 else {
            let problem = size == file.size ? "wrong sha256" : "wrong size"
            throw .archive(Self.wrongMirror([(file.path.text, problem)]))
        }
    }
}
