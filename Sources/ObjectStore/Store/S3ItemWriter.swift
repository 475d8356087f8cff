internal import SimpleStreams
internal import Synchronization

/// An item on its way into a bucket: in one piece when it is small, else in parts that leave as soon
/// as they are full, so that no image is ever whole in memory.
final class S3ItemWriter: ItemWriter {
    private struct State {
        var size: Int64 = 0
        var entityTag: String?
        var buffer: [UInt8] = []
        var upload: PartsUpload?
    }

    private let file: FileEntry
    private let store: S3Store
    private let partBytes: Int
    private let isInParts: Bool
    private let state = Mutex(State())

    /// - Parameter isSetAside: whether the item waits for its name, which stands for something else.
    ///   Then its bytes go to the store at once also when they are few.
    init(_ file: FileEntry, into store: S3Store, isSetAside: Bool) {
        self.file = file
        self.store = store
        partBytes = store.limits.partBytes(of: file.size)
        isInParts = (isSetAside && file.size > 0) || file.size > partBytes
    }

    var size: Int64 { state.withLock { $0.size } }

    var entityTag: String? { state.withLock { $0.entityTag } }

    func readBack(_ take: (borrowing RawSpan) -> Bool) async throws(StoreError) {
        guard size > 0 else { return }
        throw StoreError(.failed, "the parts of \(file.path) cannot be read back")
    }

    func note(entityTag: String?) {
        state.withLock { $0.entityTag = entityTag }
    }

    func append(_ bytes: borrowing RawSpan) throws(StoreError) {
        var rest = 0..<bytes.byteCount
        while !rest.isEmpty {
            if let failure = state.withLock({ $0.upload })?.failure { throw StoreError(failure) }
            let full = unsafe bytes.withUnsafeBytes { buffer in
                state.withLock { state in
                    unsafe take(UnsafeRawBufferPointer(rebasing: buffer[rest]), into: &state)
                }
            }
            rest = (rest.lowerBound + full.taken)..<rest.upperBound
            if let part = full.part { upload().add(part) }
        }
    }

    /// Takes what fits into the current part, and gives the part when it is full or the last one.
    private func take(
        _ bytes: UnsafeRawBufferPointer, into state: inout State
    ) -> (taken: Int, part: [UInt8]?) {
        if state.buffer.isEmpty {
            state.buffer.reserveCapacity(Int(min(Int64(partBytes), file.size - state.size)))
        }
        let room = isInParts ? partBytes - state.buffer.count : bytes.count
        let count = min(room, bytes.count)
        unsafe state.buffer.append(contentsOf: bytes.prefix(count))
        state.size += Int64(count)
        guard isInParts, state.buffer.count == partBytes || state.size == file.size else {
            return (count, nil)
        }
        defer { state.buffer = [] }
        return (count, state.buffer)
    }

    private func upload() -> PartsUpload {
        state.withLock { state in
            if let upload = state.upload { return upload }
            let upload = store.beginUpload(of: file)
            state.upload = upload
            return upload
        }
    }

    func restart() {
        let void = state.withLock { state in
            defer { state = State() }
            return state.upload
        }
        if let void { store.giveUp(void) }
    }

    func commit() async throws(StoreError) -> StoredItem {
        let (upload, bytes) = state.withLock { ($0.upload, $0.buffer) }
        let item =
            if let upload {
                try await store.complete(upload, file)
            } else {
                try await store.place(file, bytes)
            }
        state.withLock { $0.buffer = [] }
        return item
    }

    func abandon() async {
        restart()
        store.forget(file)
    }
}
