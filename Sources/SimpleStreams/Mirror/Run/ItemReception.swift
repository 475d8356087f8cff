internal import Digests
internal import Synchronization

/// Takes a file's bytes: counts, hashes and stores them as they come, and stops at the first one
/// too many.
final class ItemReception: ItemReceiver {
    private struct State: ~Copyable {
        var hash = SHA256()
        var received: Int64 = 0
        var failure: FileFailure?
    }

    let file: FileEntry
    private let writer: any ItemWriter
    private let advance: @Sendable (_ held: Int64, _ count: Int) -> Void
    private let state = Mutex(State())

    /// Receives into a writer; `advance` is called after each piece.
    init(
        _ file: FileEntry, into writer: any ItemWriter,
        advance: @escaping @Sendable (_ held: Int64, _ count: Int) -> Void
    ) {
        self.file = file
        self.writer = writer
        self.advance = advance
    }

    /// Bytes received in all tries.
    var received: Int64 { state.withLock { $0.received } }

    /// Why the last try was broken off here; nil when it was not.
    var failure: FileFailure? { state.withLock { $0.failure } }

    /// Hashes what is held already, so that the rest can follow.
    func readBack() async throws(StoreError) {
        state.withLock { $0 = State() }
        try await writer.readBack { bytes in
            bytes.withUnsafeBytes { buffer in
                state.withLock { $0.hash.update(buffer) }
            }
            return !Task.isCancelled
        }
    }

    /// Starts again from nothing.
    func restart() throws(StoreError) {
        try writer.restart()
        state.withLock { state in
            state.hash = SHA256()
            state.failure = nil
        }
    }

    func begin(entityTag: String?) -> Bool {
        do throws(StoreError) {
            try writer.note(entityTag: entityTag)
            return true
        } catch {
            state.withLock { $0.failure = .store(error) }
            return false
        }
    }

    func receive(_ bytes: borrowing RawSpan) -> Bool {
        let count = bytes.byteCount
        guard writer.size + Int64(count) <= file.size else {
            state.withLock { $0.failure = .tooLong }
            return false
        }
        do throws(StoreError) {
            try writer.append(bytes)
        } catch {
            state.withLock { $0.failure = .store(error) }
            return false
        }
        bytes.withUnsafeBytes { buffer in
            state.withLock { state in
                state.hash.update(buffer)
                state.received += Int64(count)
            }
        }
        advance(writer.size, count)
        return true
    }

    /// The digest of all bytes held. The reception is at its end then.
    func digest() -> SHA256Digest? {
        let bytes = state.withLock { state in
            var hash = SHA256()
            swap(&hash, &state.hash)
            return hash.finalize()
        }
        return SHA256Digest(bytes: bytes)
    }
}
