internal import Digests
internal import Synchronization

/// An item that is whole in the cache, and goes from there to the store.
struct CachedItem: Sendable {
    let file: FileEntry
    let cache: DirectoryStore

    init(file: FileEntry, in cache: DirectoryStore) {
        self.file = file
        self.cache = cache
    }

    /// Sends the item. It was checked when it came, and is checked once more as it goes: others may
    /// write to the cache, and what the store has is never wrong.
    func send(to store: any Store) async throws(StoreError) -> StoredItem {
        let writer = try await store.begin(file)
        if writer.size > 0 { try writer.restart() }
        let sending = Sending(file, writer)
        let unread = await withTaskCancellationHandler {
            await cache.readAside(file.path) { sending.take($0) }
        } onCancel: {
            sending.cancel()
        }
        if let failure = sending.failure ?? unread {
            try? await writer.abandon()
            throw failure
        }
        guard sending.isRight() else {
            try await writer.abandon()
            throw StoreError(
                .damaged, "\(file.path) in \(cache.name) changed while it was sent",
                hint: "run it again; does something else write to the cache?")
        }
        return try await writer.commit()
    }
}

/// The bytes of an item on their way from the cache to the store.
private final class Sending: Sendable {
    private struct State: ~Copyable {
        var hash = SHA256()
        var failure: StoreError?
    }

    private let file: FileEntry
    private let writer: any ItemWriter
    private let state = Mutex(State())

    init(_ file: FileEntry, _ writer: any ItemWriter) {
        self.file = file
        self.writer = writer
    }

    /// Why the sending was broken off; nil when it was not.
    var failure: StoreError? { state.withLock { $0.failure } }

    func cancel() {
        state.withLock { $0.failure = StoreError(.failed, "sending \(file.path) was cancelled") }
    }

    /// Sends a piece; false to stop.
    func take(_ bytes: borrowing RawSpan) -> Bool {
        guard failure == nil, writer.size + Int64(bytes.byteCount) <= file.size else {
            return false
        }
        do throws(StoreError) {
            try writer.append(bytes)
        } catch {
            state.withLock { $0.failure = error }
            return false
        }
        bytes.withUnsafeBytes { buffer in
            state.withLock { $0.hash.update(buffer) }
        }
        return true
    }

    /// Whether all bytes went, and they are those of the item. Asked once.
    func isRight() -> Bool {
        guard writer.size == file.size else { return false }
        let digest = state.withLock { state in
            var hash = SHA256()
            swap(&hash, &state.hash)
            return hash.finalize()
        }
        return SHA256Digest(bytes: digest) == file.sha256
    }
}
