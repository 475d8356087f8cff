extension ArchiveCursor {
    /// Reads the manifest at the archive's begin, compares it with its digest before anything in
    /// it is believed, and stands before the first document then.
    mutating func manifest() async throws(ArchiveError) -> (PackManifest, PackLayout) {
        let path = PackLayout.manifestPath
        let block = try await bytes(Int64(TarHeader.block), of: path)
        guard let size = TarHeader.size(in: block), size <= PackManifest.maximumBytes else {
            throw ArchiveError(
                .unsupported,
                "\(input.name) is not an archive that maas-boot mirror pack wrote: it begins with "
                    + TarHeader.told(block))
        }
        let bytes = try await bytes(size, of: path)
        let line = PackLayout.digestLine(of: bytes)
        try await move(to: offset + Int64(TarHeader.padding(after: size)), of: path)
        let header = try await self.bytes(Int64(TarHeader.block), of: PackLayout.digestPath)
        guard try await self.bytes(Int64(line.count), of: PackLayout.digestPath) == line else {
            throw ArchiveError(
                .damaged, "the manifest of \(input.name) does not match its digest",
                hint: "the archive was damaged on its way: copy it again",
                paths: [path.text])
        }
        let manifest = try PackManifest(reading: bytes)
        let layout = PackLayout(manifest, bytes: bytes)
        for (entry, found) in zip(layout.entries, [block, header]) where entry.header != found {
            throw misplaced(entry, found)
        }
        return (manifest, layout)
    }

    /// The error of a header that is not the expected one.
    func misplaced(_ entry: PackLayout.Entry, _ found: [UInt8]) -> ArchiveError {
        let told = TarHeader.told(Array(found.prefix(TarHeader.block)))
        let expected = TarHeader.told(Array(entry.header.prefix(TarHeader.block)))
        let shown = told == expected ? "a damaged header" : told
        return ArchiveError(
            .refused,
            "\(input.name) has \(shown) at byte \(entry.start), where the header of "
                + "\(entry.file.path) belongs",
            hint: "the archive was damaged on its way, or made by something else",
            paths: [entry.file.path.text])
    }
}
