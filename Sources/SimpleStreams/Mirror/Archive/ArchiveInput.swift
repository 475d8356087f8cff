/// What an archive is read from: a file, or a stream of bytes that come once.
package protocol ArchiveInput: Sendable {
    /// The place, for messages.
    var name: String { get }
    /// Bytes in the whole where it can be read at any offset; nil for a stream.
    var size: Int64? { get }

    /// Reads at most so many bytes, and none only at the end. A stream is asked for offsets in
    /// order and without gaps.
    func read(at offset: Int64, _ count: Int) async throws(ArchiveError) -> [UInt8]
}

/// What an archive is written to.
package protocol ArchiveOutput: Sendable {
    /// Writes all bytes. May wait for a slow reader.
    func write(_ bytes: borrowing RawSpan) throws(ArchiveError)
}
