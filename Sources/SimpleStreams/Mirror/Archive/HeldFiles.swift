internal import FoundationEssentials

/// What the other side of an air gap has: what `mirror pack --since` leaves out.
package struct HeldFiles: Sendable {
    /// The files, by path, size and digest.
    package let files: Set<FileEntry>

    /// What a mirror has once this archive is unpacked.
    package init(_ manifest: PackManifest) {
        files = Set(manifest.items + manifest.reliesOn)
    }

    /// What a mirror's own record says is in place. What waits to be deleted is not counted on.
    package init(_ state: MirrorState) {
        files = Set(
            state.files.values.filter { $0.stamp != nil && $0.due == nil }.map(\.file))
    }

    /// Reads it from an earlier archive, the manifest of one, or a mirror's record.
    package init(reading input: any ArchiveInput) async throws(ArchiveError) {
        var cursor = ArchiveCursor(input)
        guard let size = input.size else {
            throw ArchiveError(.unsupported, "\(input.name) is not a file")
        }
        if size >= TarHeader.block {
            let block = try await cursor.bytes(
                Int64(TarHeader.block), of: PackLayout.manifestPath)
            if TarHeader.isHeader(block) {
                cursor = ArchiveCursor(input)
                self.init(try await cursor.manifest().0)
                return
            }
            cursor = ArchiveCursor(input)
        }
        guard size <= PackManifest.maximumBytes else { throw Self.unknown(input.name) }
        let bytes = try await cursor.bytes(size, of: PackLayout.manifestPath)
        try self.init(record: bytes, named: input.name)
    }

    private init(record bytes: [UInt8], named name: String) throws(ArchiveError) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        if let state = try? decoder.decode(MirrorState.self, from: Data(bytes)),
            state.format == MirrorState.currentFormat
        {
            self.init(state)
            return
        }
        guard let form = try? decoder.decode(Form.self, from: Data(bytes)),
            form.format.hasPrefix("maas-boot-pack:")
        else { throw Self.unknown(name) }
        self.init(try PackManifest(reading: bytes))
    }

    private struct Form: Decodable {
        let format: String
    }

    private static func unknown(_ name: String) -> ArchiveError {
        ArchiveError(
            .unsupported,
            "\(name) is neither an archive, nor its manifest, nor a mirror's record",
            hint: "give an earlier archive, what --state-file wrote, or the other mirror's "
                + ".maas-boot/state.json")
    }
}
