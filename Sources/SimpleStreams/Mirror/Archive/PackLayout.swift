/// Where everything is in an archive; it follows from the manifest.
struct PackLayout: Sendable {
    /// One file in the archive.
    struct Entry: Sendable {
        let file: FileEntry
        /// What stands before its content.
        let header: [UInt8]
        /// Where the header begins.
        let start: Int64
        /// Where the content begins.
        var content: Int64 { start + Int64(header.count) }
        /// Where the next header begins.
        var end: Int64 { content + file.size + Int64(TarHeader.padding(after: file.size)) }
    }

    /// The manifest, at the archive's begin; the mirror's own names, that no item can have.
    static let manifestPath = plain(".maas-boot/pack.json")
    /// The digest of the manifest, in the form that `sha256sum --check` reads.
    static let digestPath = plain(".maas-boot/pack.json.sha256")

    /// The manifest, its digest, documents, items.
    let entries: [Entry]
    /// Where the archive's last blocks begin.
    let end: Int64

    /// Bytes in the whole archive.
    var size: Int64 { end + Int64(TarHeader.trailer.count) }

    /// The layout of an archive.
    ///
    /// - Parameter bytes: the manifest as it is written.
    init(_ manifest: PackManifest, bytes: [UInt8]) {
        let own = [
            Self.file(Self.manifestPath, bytes),
            Self.file(Self.digestPath, Self.digestLine(of: bytes)),
        ]
        var entries: [Entry] = []
        var start: Int64 = 0
        for file in own + manifest.documents + manifest.items {
            let entry = Entry(
                file: file,
                header: TarHeader.bytes(path: file.path, size: file.size, time: manifest.time),
                start: start)
            entries.append(entry)
            start = entry.end
        }
        self.entries = entries
        end = start
    }

    /// The line that says the digest of a manifest.
    static func digestLine(of manifest: [UInt8]) -> [UInt8] {
        Array("\(SHA256Digest.of(manifest))  \(manifestPath)\n".utf8)
    }

    private static func file(_ path: RelativePath, _ bytes: [UInt8]) -> FileEntry {
        FileEntry(path: path, size: Int64(bytes.count), sha256: .of(bytes))
    }

    private static func plain(_ text: String) -> RelativePath {
        guard let path = try? RelativePath(text) else { preconditionFailure("a plain path") }
        return path
    }
}
