internal import Synchronization

/// A mirror read as the source of another one: its published metadata as it was verified, and its
/// items as they stand there.
struct MirrorSource: Source {
    let name: String
    let copied: CopiedMirror?
    private let store: any Store
    private let documents: [RelativePath: [UInt8]]

    /// - Parameters:
    ///   - state: what the mirror remembers.
    ///   - metadata: what it publishes, verified.
    ///   - keyrings: the public key of a mirror that signs itself.
    init(
        _ store: any Store, _ state: MirrorState, _ metadata: StreamMetadata,
        keyrings: [StoredDocument]
    ) {
        self.store = store
        name = state.upstream
        copied = CopiedMirror(documents: keyrings, signing: state.signing, trust: state.trust)
        documents = Dictionary(
            metadata.documents.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
    }

    func document(at path: RelativePath, limit: Int) throws(SourceError) -> [UInt8] {
        guard let bytes = documents[path] else {
            throw SourceError(.notFound, "\(path) is not in \(store.name)")
        }
        guard bytes.count <= limit else { throw SourceError(.tooLong, "\(path) is too long") }
        return bytes
    }

    func fetch(
        _ request: ItemRequest, into receiver: any ItemReceiver
    ) async throws(SourceError) {
        guard receiver.begin(entityTag: nil) else { throw SourceError(.stopped, "not wanted") }
        let copy = ItemCopy(request, receiver)
        let failure = await withTaskCancellationHandler {
            await read(copy)
        } onCancel: {
            copy.cancel()
        }
        if Task.isCancelled { throw SourceError(.cancelled, "cancelled") }
        if copy.isRefused { throw SourceError(.stopped, "no longer wanted") }
        if let failure { throw SourceError(.refused, failure.detail) }
        guard copy.size >= request.size else {
            throw SourceError(
                .damaged, "it has \(copy.size) bytes in \(store.name), not \(request.size)")
        }
    }

    /// A file is read on a thread of its own: the receiver may let it wait for a slow store.
    private func read(_ copy: ItemCopy) async -> StoreError? {
        guard let directory = store as? DirectoryStore else {
            do throws(StoreError) {
                try await store.read(copy.request.path) { copy.take($0) }
                return nil
            } catch {
                return error
            }
        }
        return await directory.readAside(copy.request.path) { copy.take($0) }
    }
}

/// One item on its way from a store to a receiver.
private final class ItemCopy: Sendable {
    let request: ItemRequest
    private let receiver: any ItemReceiver
    private let skipped = Atomic<Int64>(0)
    private let taken = Atomic<Int64>(0)
    private let cancelled = Atomic(false)
    private let refused = Atomic(false)

    init(_ request: ItemRequest, _ receiver: any ItemReceiver) {
        self.request = request
        self.receiver = receiver
    }

    /// Bytes the item was found to have.
    var size: Int64 { taken.load(ordering: .relaxed) }

    /// Whether the receiver wanted no more.
    var isRefused: Bool { refused.load(ordering: .relaxed) }

    func cancel() {
        cancelled.store(true, ordering: .relaxed)
    }

    /// Hands on what lies behind the offset asked for; false to stop.
    func take(_ bytes: borrowing RawSpan) -> Bool {
        guard !cancelled.load(ordering: .relaxed) else { return false }
        taken.add(Int64(bytes.byteCount), ordering: .relaxed)
        let before = request.offset - skipped.load(ordering: .relaxed)
        let skip = Int(max(0, min(Int64(bytes.byteCount), before)))
        skipped.add(Int64(skip), ordering: .relaxed)
        guard skip < bytes.byteCount else { return true }
        let isWanted = receiver.receive(bytes.extracting(droppingFirst: skip))
        if !isWanted { refused.store(true, ordering: .relaxed) }
        return isWanted
    }
}
