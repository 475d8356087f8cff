/// A way for a `StreamServer` to misbehave.
///
/// Several faults may befall one answer. Byte counts are of the answer's body. A fault of documents
/// shows only in documents; those that change what a document says sign it again, so that nothing
/// but the intended fault is wrong with it.
package enum StreamFault: Sendable, Hashable {
    // Answers that are not the file.

    /// This status, with `Retry-After` and an HTML body where given.
    case status(Int, retryAfter: String? = nil, body: String? = nil)
    /// 302 to this location; nil is the path itself, which makes a loop.
    case redirect(to: String? = nil)
    /// 200 with an HTML list of files in place of the file.
    case directoryListing

    // Delivery.

    /// The request is read and never answered.
    case silent
    /// The connection is closed without an answer.
    case dropped
    /// So many bytes, then never any more; the connection stays open.
    case stall(after: Int)
    /// So many bytes a second.
    case slow(bytesPerSecond: Int)
    /// So many bytes, then a TCP reset.
    case reset(after: Int)
    /// So many bytes, then the connection is closed in order, before the end.
    case cut(after: Int)

    // Framing.

    /// `Range` is ignored: 200 and the whole file.
    case ignoresRange
    /// `Content-Range` tells of a range that starts one byte further on than the bytes sent.
    case wrongContentRange
    /// `Content-Length` is so many bytes less than is sent.
    case contentLengthTooShort(by: Int)
    /// `Content-Length` is so many bytes more than is sent, and then the connection is closed.
    case contentLengthTooLong(by: Int)
    /// Chunked, without `Content-Length`.
    case chunked

    // Content.

    /// The file with so many bytes more at its end, correctly framed.
    case longer(by: Int)
    /// The file and then zeros without end, chunked.
    case endless
    /// The file with the bits of one byte flipped; the position counts from its start.
    case flippedByte(at: Int = 0)
    /// Other bytes of the same size.
    case otherContent
    /// 4 KiB of bytes that mean nothing.
    case garbage
    /// So many spaces.
    case enormous(bytes: Int = 5_000_000_000)
    /// `Content-Encoding: gzip`, and at least so many zeros when unpacked.
    case gzipBomb(bytes: Int = 10_000_000_000)

    // Documents.

    /// Signed documents are the bare JSON; detached signatures are not there.
    case unsigned
    /// A digit is changed after signing.
    case tampered
    /// Signed by the key of `StreamServer.otherKeyringPath`.
    case resigned
    /// Signed by a key that is in the keyring and expired since.
    case expiredKey
    /// The documents of the publication before.
    case rolledBack
    /// The documents of the time when this fault was set, whatever is published since.
    case frozen
    /// Each time an index was answered its line publishes again: the products are newer than it.
    case publishesAfterIndex
    /// `updated` is this text.
    case updated(String)
    /// The newest squashfs of the first Ubuntu product has this path. Its bytes are then served
    /// under every path that names nothing else, so that a client who falls for it gets a file.
    case itemPath(String)
    /// The same item's size is this JSON text, such as `-1`.
    case itemSize(String)
    /// The index gives this path for the Ubuntu images' products.
    case productsPath(String)
    /// The Ubuntu images have this content id.
    case contentID(String)
    /// The same item has `sha256` and `path` twice, and the index's entry for it `path`.
    case duplicateKeys
    /// Each document holds so many arrays within one another.
    case deep(levels: Int = 100_000)
    /// There are no boot loaders.
    case withoutBootloaders
    /// There is nothing of this release.
    case withoutRelease(String)

    /// Item paths that no client may follow, for `itemPath`: they climb out of the tree, are
    /// absolute, or hide that behind separators, encodings and control characters.
    package static let hostilePaths = [
        "../../x", "/etc/x", "a/../../../x", "..", "a/..", ".", "", "a//../../x", "a\\..\\..\\b",
        "%2e%2e/%2e%2e/x", "..%2fx", "a\u{0}b", "a\nb", "a\r\nb", "C:\\x", "http://other.invalid/x",
    ]
}

/// Why a fault cannot be set.
package enum InvalidStreamFault: Error, Equatable, CustomStringConvertible {
    /// It is to happen so many times.
    case times(Int)
    /// A number in it is out of range.
    case number(StreamFault)

    package var description: String {
        switch self {
        case .times(let times): "a fault happens once or more often, not \(times) times"
        case .number(let fault): "\(fault) holds a number that means nothing there"
        }
    }
}
