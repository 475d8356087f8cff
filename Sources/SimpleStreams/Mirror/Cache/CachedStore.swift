/// A store far away, with a directory here through which its items go.
///
/// Each item comes whole into the cache, is checked there by the engine, and is sent to the store from
/// there. So what broke off is continued by a later run, also where the store cannot do that, and a
/// store that lost items gets them without upstream. The cache holds items alone, at their paths:
/// documents and records are the store's.
package struct CachedStore: Store {
    let base: any Store
    let cache: DirectoryStore

    /// - Parameter directory: the cache's directory, which need not exist.
    package init(_ base: any Store, cache directory: String) {
        self.base = base
        // A file that waits for its name is in the cache in part only, however small it is.
        cache = DirectoryStore(directory: directory, smallestPart: 0)
    }

    package var name: String { base.name }

    package func hold(waiting wait: Duration) async throws(StoreError) -> any StoreHold {
        let near = try await cache.hold(waiting: wait)
        do throws(StoreError) {
            return CachedHold(near: near, far: try await base.hold(waiting: wait))
        } catch {
            await near.release()
            throw error
        }
    }

    /// The room in the cache, or in the store where that is less.
    package func freeSpace() async throws(StoreError) -> Int64? {
        let near = try cache.freeSpace()
        guard let far = try await base.freeSpace() else { return near }
        return min(near ?? far, far)
    }

    package func look(at path: RelativePath) async throws(StoreError) -> StoredItem? {
        try await base.look(at: path)
    }

    package func vouchedDigest(
        of path: RelativePath
    ) async throws(StoreError) -> SHA256Digest? {
        try await base.vouchedDigest(of: path)
    }

    package func read(
        _ path: RelativePath, _ take: (borrowing RawSpan) -> Bool
    ) async throws(StoreError) {
        try await base.read(path, take)
    }

    package func partialSize(of file: FileEntry) throws(StoreError) -> Int64 {
        try isWhole(file) ? file.size : try cache.partialSize(of: file)
    }

    /// A part that is complete goes first: the file at the path may be what it replaces.
    package func begin(_ file: FileEntry) throws(StoreError) -> any ItemWriter {
        guard try isWhole(file), try cache.partialSize(of: file) < file.size else {
            return CachedItemWriter(file, in: self, part: try cache.begin(file))
        }
        return CachedItemWriter(file, in: self, part: nil)
    }

    /// Whether the cache has a file of this path and size. What is in it, only its bytes tell.
    private func isWhole(_ file: FileEntry) throws(StoreError) -> Bool {
        try cache.look(at: file.path)?.size == file.size
    }

    package func delete(_ path: RelativePath) async throws(StoreError) {
        try await base.delete(path)
        try cache.delete(path)
    }

    package func discardPartials(except kept: [FileEntry]) async throws(StoreError) -> Int64 {
        let freed = try cache.discardPartials(except: kept)
        return try await base.discardPartials(except: kept) + freed
    }

    package func document(
        at path: RelativePath, limit: Int
    ) async throws(StoreError) -> [UInt8]? {
        try await base.document(at: path, limit: limit)
    }

    package func publish(_ documents: [StoredDocument]) async throws(StoreError) {
        try await base.publish(documents)
    }

    package func flush() async throws(StoreError) {
        try cache.flush()
        try await base.flush()
    }

    package func record(_ name: StoreRecord) async throws(StoreError) -> [UInt8]? {
        try await base.record(name)
    }

    package func setRecord(_ name: StoreRecord, to bytes: [UInt8]) async throws(StoreError) {
        try await base.setRecord(name, to: bytes)
    }

    package func foreignHoldings() async throws(StoreError) -> [ForeignFile] {
        try await base.foreignHoldings()
    }
}

/// The store and its cache, for this process alone.
private final class CachedHold: StoreHold {
    private let near: any StoreHold
    private let far: any StoreHold

    init(near: any StoreHold, far: any StoreHold) {
        self.near = near
        self.far = far
    }

    func release() async {
        await far.release()
        await near.release()
    }
}
