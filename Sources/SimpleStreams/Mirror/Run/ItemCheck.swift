internal import Digests

/// Compares what stands in a store with what should.
struct ItemCheck: Sendable {
    let store: any Store

    /// Reads an item and tells whether its content is the file's; nil when the task was cancelled.
    func holds(_ file: FileEntry) async throws(StoreError) -> Bool? {
        var hash = SHA256()
        var size: Int64 = 0
        try await store.read(file.path) { bytes in
            bytes.withUnsafeBytes { hash.update($0) }
            size += Int64(bytes.byteCount)
            return size <= file.size && !Task.isCancelled
        }
        let digest = SHA256Digest(bytes: hash.finalize())
        guard !Task.isCancelled else { return nil }
        return size == file.size && digest == file.sha256
    }

    /// What stands at a file's path, read when need be.
    func observe(
        _ file: FileEntry, record: FileRecord?, readsAll: Bool
    ) async throws(StoreError) -> Observation? {
        let found = try await store.look(at: file.path)
        switch FirstLook.judge(file, found: found, record: record, readsAll: readsAll) {
        case .known(let observation): return observation
        case .needsReading(let item):
            return try await judge(file, item, readsAll: readsAll)
        }
    }

    /// Judges an item of the right size: by what the store vouches for, or by reading it.
    func judge(
        _ file: FileEntry, _ item: StoredItem, readsAll: Bool
    ) async throws(StoreError) -> Observation? {
        if !readsAll, let digest = try await store.vouchedDigest(of: file.path) {
            return digest == file.sha256 ? .right(item) : .wrongContent(item)
        }
        return try await holds(file).map { $0 ? .right(item) : .wrongContent(item) }
    }
}
