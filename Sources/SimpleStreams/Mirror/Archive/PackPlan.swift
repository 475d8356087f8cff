internal import Digests

/// What an archive of a mirror will be, as a value: nothing has been written when it is there.
package struct PackPlan: Sendable {
    /// What it says of itself.
    package let manifest: PackManifest
    /// The manifest as it is written.
    package let manifestBytes: [UInt8]
    /// The metadata, byte for byte.
    let documents: [StoredDocument]
    let layout: PackLayout

    init(_ manifest: PackManifest, documents: [StoredDocument]) {
        self.manifest = manifest
        self.documents = documents
        manifestBytes = manifest.bytes
        layout = PackLayout(manifest, bytes: manifestBytes)
    }

    /// Bytes in the archive.
    package var size: Int64 { layout.size }
    /// The digest of the manifest, and by it of everything in the archive.
    package var digest: SHA256Digest { .of(manifestBytes) }
}

extension PackPlan {
    /// Whether an input is this archive already: every header and all content. What cannot be read
    /// is not.
    @concurrent package func isHeld(in input: any ArchiveInput) async -> Bool {
        guard input.size == size else { return false }
        do throws(ArchiveError) {
            var cursor = ArchiveCursor(input)
            guard try await cursor.manifest().0 == manifest else { return false }
            for entry in layout.entries.dropFirst(2) {
                try await cursor.open(entry)
                guard try await holds(entry, &cursor) else { return false }
            }
            try await cursor.move(to: layout.end, of: manifest.indexPath)
            return try await cursor.bytes(size - layout.end, of: manifest.indexPath)
                == TarHeader.trailer
        } catch {
            return false
        }
    }

    private func holds(
        _ entry: PackLayout.Entry, _ cursor: inout ArchiveCursor
    ) async throws(ArchiveError) -> Bool {
        var hash = SHA256()
        let end = entry.content + entry.file.size
        while cursor.offset < end {
            let bytes = try await cursor.some(end - cursor.offset, of: entry.file.path)
            bytes.withUnsafeBytes { hash.update($0) }
        }
        return SHA256Digest(bytes: hash.finalize()) == entry.file.sha256
    }
}
