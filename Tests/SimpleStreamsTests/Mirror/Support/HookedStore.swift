import Synchronization

@testable import SimpleStreams

/// A store that calls a hook before every operation, and otherwise passes it on. The hook may
/// throw, which is how operations fail.
class HookedStore: Store, @unchecked Sendable {
    // Subclasses add state behind a mutex only.
    let inner: any Store

    init(_ inner: any Store) {
        self.inner = inner
    }

    /// Called before an operation, with its name.
    func before(_ operation: String, bytes: Int = 0) throws(StoreError) {}

    var name: String { inner.name }

    func hold(waiting wait: Duration) async throws(StoreError) -> any StoreHold {
        try before("hold")
        return try await inner.hold(waiting: wait)
    }
    func freeSpace() async throws(StoreError) -> Int64? {
        try before("freeSpace")
        return try await inner.freeSpace()
    }
    func look(at path: RelativePath) async throws(StoreError) -> StoredItem? {
        try before("look \(path)")
        return try await inner.look(at: path)
    }
    func vouchedDigest(of path: RelativePath) async throws(StoreError) -> SHA256Digest? {
        try before("vouchedDigest \(path)")
        return try await inner.vouchedDigest(of: path)
    }
    func read(
        _ path: RelativePath, _ take: (borrowing RawSpan) -> Bool
    ) async throws(StoreError) {
        try before("read \(path)")
        try await inner.read(path, take)
    }
    func partialSize(of file: FileEntry) async throws(StoreError) -> Int64 {
        try before("partialSize \(file.path)")
        return try await inner.partialSize(of: file)
    }
    func begin(_ file: FileEntry) async throws(StoreError) -> any ItemWriter {
        try before("begin \(file.path)")
        return HookedWriter(try await inner.begin(file), file, self)
    }
    func delete(_ path: RelativePath) async throws(StoreError) {
        try before("delete \(path)")
        try await inner.delete(path)
    }
    func discardPartials(except kept: [FileEntry]) async throws(StoreError) -> Int64 {
        try before("discardPartials")
        return try await inner.discardPartials(except: kept)
    }
    func document(at path: RelativePath, limit: Int) async throws(StoreError) -> [UInt8]? {
        try before("document \(path)")
        return try await inner.document(at: path, limit: limit)
    }
    func publish(_ documents: [StoredDocument]) async throws(StoreError) {
        let paths = documents.map(\.path.text).joined(separator: " ")
        try before("publish \(paths)")
        for document in documents {
            try before("replace \(document.path)")
            try await inner.publish([document])
        }
    }
    func flush() async throws(StoreError) {
        try before("flush")
        try await inner.flush()
    }
    func record(_ name: StoreRecord) async throws(StoreError) -> [UInt8]? {
        try before("record")
        return try await inner.record(name)
    }
    func setRecord(_ name: StoreRecord, to bytes: [UInt8]) async throws(StoreError) {
        try before("setRecord")
        try await inner.setRecord(name, to: bytes)
    }
    func foreignHoldings() async throws(StoreError) -> [ForeignFile] {
        try before("foreignHoldings")
        return try await inner.foreignHoldings()
    }
}

private final class HookedWriter: ItemWriter {
    private let inner: any ItemWriter
    private let file: FileEntry
    private let store: HookedStore

    init(_ inner: any ItemWriter, _ file: FileEntry, _ store: HookedStore) {
        self.inner = inner
        self.file = file
        self.store = store
    }

    var size: Int64 { inner.size }
    var entityTag: String? { inner.entityTag }

    func readBack(_ take: (borrowing RawSpan) -> Bool) async throws(StoreError) {
        try store.before("readBack \(file.path)")
        try await inner.readBack(take)
    }
    func note(entityTag: String?) throws(StoreError) {
        try store.before("note \(file.path)")
        try inner.note(entityTag: entityTag)
    }
    func append(_ bytes: borrowing RawSpan) throws(StoreError) {
        try store.before("append \(file.path)", bytes: bytes.byteCount)
        try inner.append(bytes)
    }
    func restart() throws(StoreError) {
        try store.before("restart \(file.path)")
        try inner.restart()
    }
    func commit() async throws(StoreError) -> StoredItem {
        try store.before("commit \(file.path)")
        return try await inner.commit()
    }
    func abandon() async throws(StoreError) {
        try store.before("abandon \(file.path)")
        try await inner.abandon()
    }
}

/// Remembers what was done, in order.
final class LoggingStore: HookedStore, @unchecked Sendable {
    private let log = Mutex<[String]>([])
    var steps: [String] { log.withLock { $0 } }
    override func before(_ operation: String, bytes: Int) throws(StoreError) {
        log.withLock { $0.append(operation) }
    }
}

/// Has room for so many bytes.
final class FullStore: HookedStore, @unchecked Sendable {
    private let room: Mutex<Int>
    init(_ inner: any Store, room: Int) {
        self.room = Mutex(room)
        super.init(inner)
    }
    override func before(_ operation: String, bytes: Int) throws(StoreError) {
        let isFull = room.withLock { room in
            room -= bytes
            return room < 0 && bytes > 0
        }
        if isFull { throw StoreError(.full, "no room") }
    }
}
