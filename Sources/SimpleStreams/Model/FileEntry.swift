/// One file of a stream: what to fetch, and how to know it.
package struct FileEntry: Hashable, Sendable, Codable {
    /// Where it is, below the base of the stream and of the mirror.
    package let path: RelativePath
    /// Bytes in it.
    package let size: Int64
    /// The digest of its content.
    package let sha256: SHA256Digest

    /// A file.
    package init(path: RelativePath, size: Int64, sha256: SHA256Digest) {
        self.path = path
        self.size = size
        self.sha256 = sha256
    }
}
