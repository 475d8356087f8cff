internal import FoundationEssentials
internal import SimpleStreams
internal import Transport

/// How an object's SHA-256 is kept with it, and told without reading the object.
enum StoredChecksum {
    /// This program's own note, for stores without checksums, and for objects of several parts, of
    /// which stores know the digests of the parts alone.
    private static let note = "x-amz-meta-sha256"
    private static let checksum = "x-amz-checksum-sha256"

    /// The headers that write an object: the store checks the body by them, and keeps both.
    static func headers(of digest: SHA256Digest) -> [HTTPHeader] {
        [notes(of: digest), HTTPHeader("x-amz-sdk-checksum-algorithm", "SHA256")]
            + [HTTPHeader(checksum, base64(digest))]
    }

    /// The note alone, for an object that is still to come in parts.
    static func notes(of digest: SHA256Digest) -> HTTPHeader {
        HTTPHeader(note, digest.description)
    }

    /// The checksum as the store writes it.
    static func base64(_ digest: SHA256Digest) -> String {
        Data(digest.bytes).base64EncodedString()
    }

    /// What the headers of an object tell. The store's own checksum of the whole counts for more than
    /// the note. Of an object of parts, known by its entity tag (`…-3`), it is one of the parts'
    /// checksums, whatever the store's way to write it.
    static func digest(in headers: [HTTPHeader]) -> SHA256Digest? {
        let isOfParts = headers.value(of: "ETag")?.contains("-") ?? false
        if let text = headers.value(of: checksum), !isOfParts, !text.contains("-"),
            let bytes = Data(base64Encoded: text), let digest = SHA256Digest(bytes: [UInt8](bytes))
        {
            return digest
        }
        return headers.value(of: note).flatMap { SHA256Digest(hexadecimal: $0) }
    }
}
