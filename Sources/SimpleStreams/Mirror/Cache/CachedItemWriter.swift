internal import Synchronization

/// An item on its way into a store by way of the cache.
final class CachedItemWriter: ItemWriter {
    private let file: FileEntry
    private let store: CachedStore
    /// What the cache has of the item; nil while it has a whole file.
    private let part: Mutex<(any ItemWriter)?>

    init(_ file: FileEntry, in store: CachedStore, part: (any ItemWriter)?) {
        self.file = file
        self.store = store
        self.part = Mutex(part)
    }

    private var held: (any ItemWriter)? { part.withLock { $0 } }

    var size: Int64 { held?.size ?? file.size }

    var entityTag: String? { held?.entityTag }

    func readBack(_ take: (borrowing RawSpan) -> Bool) async throws(StoreError) {
        guard let held else { return try store.cache.read(file.path, take) }
        try await held.readBack(take)
    }

    func note(entityTag: String?) throws(StoreError) {
        try held?.note(entityTag: entityTag)
    }

    func append(_ bytes: borrowing RawSpan) throws(StoreError) {
        guard let held else {
            throw StoreError(.failed, "\(file.path) is whole in \(store.cache.name)")
        }
        try held.append(bytes)
    }

    /// What was whole, and wrong, stays at its path until the right bytes have come.
    func restart() throws(StoreError) {
        if let held { return try held.restart() }
        let fresh = try store.cache.begin(file)
        try fresh.restart()
        part.withLock { $0 = fresh }
    }

    func commit() async throws(StoreError) -> StoredItem {
        if let held { _ = try await held.commit() }
        return try await CachedItem(file: file, in: store.cache).send(to: store.base)
    }

    func abandon() async throws(StoreError) {
        try await held?.abandon()
    }
}
