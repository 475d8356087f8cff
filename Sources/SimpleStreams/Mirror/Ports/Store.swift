/// Where a mirror is kept: the port through which the engine writes.
///
/// The words are those of any place that holds named bytes: an item is begun, appended to, and
/// committed or abandoned; documents are published; what was written is flushed before it is
/// published. No path is given but what `RelativePath` allows.
///
/// Reading never creates anything, also when the place does not exist yet.
package protocol Store: Sendable {
    /// The place, for messages.
    var name: String { get }

    /// Makes the place ready for writing and takes it for this process alone.
    ///
    /// - Parameter wait: how long to wait for another holder; zero fails at once.
    /// - Returns: the hold; it ends when the value goes away, also when the process dies.
    func hold(waiting wait: Duration) async throws(StoreError) -> any StoreHold

    /// Bytes that can still be written, or nil where there is no limit to know.
    func freeSpace() async throws(StoreError) -> Int64?

    /// Looks at an item without reading it; nil when it is not there.
    func look(at path: RelativePath) async throws(StoreError) -> StoredItem?
    /// The SHA-256 that the store itself vouches for: of bytes it checked as they came, or noted by
    /// this program when it checked them. Nil where nobody but a reader of all bytes can tell.
    func vouchedDigest(of path: RelativePath) async throws(StoreError) -> SHA256Digest?
    /// Reads an item and hands its bytes on in order; the closure returns false to stop.
    func read(
        _ path: RelativePath, _ take: (borrowing RawSpan) -> Bool
    ) async throws(StoreError)
    /// The bytes held of an item that was begun and neither committed nor abandoned, for the same
    /// path, size and digest; 0 when there are none.
    func partialSize(of file: FileEntry) async throws(StoreError) -> Int64
    /// Begins an item, or goes on with the part held of it.
    func begin(_ file: FileEntry) async throws(StoreError) -> any ItemWriter
    /// Deletes an item; one that is not there is no error.
    func delete(_ path: RelativePath) async throws(StoreError)
    /// Forgets the parts of items other than these. Returns the bytes freed.
    func discardPartials(except kept: [FileEntry]) async throws(StoreError) -> Int64

    /// A document as it is published; nil when it is not there.
    func document(at path: RelativePath, limit: Int) async throws(StoreError) -> [UInt8]?
    /// Replaces documents, one after the other in this order, each at once and as a whole.
    func publish(_ documents: [StoredDocument]) async throws(StoreError)
    /// Returns when all that was written before survives a loss of power.
    func flush() async throws(StoreError)

    /// A record of the engine's own, kept beside the mirror; nil when it is not there.
    func record(_ name: StoreRecord) async throws(StoreError) -> [UInt8]?
    /// Replaces a record at once and as a whole.
    func setRecord(_ name: StoreRecord, to bytes: [UInt8]) async throws(StoreError)
    /// What another tool's mirror at this place holds, when there is one (`sstream-mirror`'s
    /// `.data`): files by path, with what is known of them.
    func foreignHoldings() async throws(StoreError) -> [ForeignFile]
}

extension Store {
    /// Nobody vouches for a file on a disk.
    package func vouchedDigest(
        of path: RelativePath
    ) async throws(StoreError) -> SHA256Digest? { nil }
}

/// The right to write to a store, as long as the value lives.
package protocol StoreHold: AnyObject, Sendable {
    /// Ends the hold now. What it takes is done also when the task is cancelled.
    func release() async
}

/// An item as a look at it tells.
package struct StoredItem: Hashable, Sendable {
    /// Bytes in it.
    package let size: Int64
    /// What changes when the content does, as far as the store can tell without reading: the time
    /// of the last change in nanoseconds since 1970, or a generation number.
    package let stamp: Int64

    /// An item.
    package init(size: Int64, stamp: Int64) {
        self.size = size
        self.stamp = stamp
    }
}

/// A document and the place where it is published.
package struct StoredDocument: Hashable, Sendable {
    /// The place.
    package let path: RelativePath
    /// The document, byte for byte.
    package let bytes: [UInt8]

    /// A document.
    package init(path: RelativePath, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The records the engine keeps.
package enum StoreRecord: String, Hashable, Sendable, CaseIterable {
    /// `MirrorState`.
    case state
}

/// A file another tool says it holds at the place.
package struct ForeignFile: Hashable, Sendable {
    /// The file.
    package let path: RelativePath
    /// Its size and digest, where that tool knows them.
    package let entry: FileEntry?
    /// The products it says the file belongs to.
    package let products: Set<String>

    /// A file.
    package init(path: RelativePath, entry: FileEntry?, products: Set<String> = []) {
        self.path = path
        self.entry = entry
        self.products = products
    }
}
