/// An archive read as the source of a mirror run: metadata is handed out as it came, items as they
/// go by.
///
/// The engine's own checks do the work: signatures and age of the metadata, size and SHA-256 of
/// each item while it is stored. Added here is what only an archive can lie about: its form, its
/// order, what it has and what it relies on. Made for one transfer at a time.
package actor ArchiveSource: Source {
    /// What the archive says of itself.
    package nonisolated let manifest: PackManifest
    package nonisolated let name: String
    /// The archive's name, for messages.
    package nonisolated let place: String
    /// What is wrong with the archive as a whole, once that has come to light: nothing behind that
    /// place can be had.
    package private(set) var fault: ArchiveError?

    private let layout: PackLayout
    private let documents: [RelativePath: [UInt8]]
    private let places: [RelativePath: Int]
    private var cursor: ArchiveCursor
    /// The first entry whose header has not been checked.
    private var next: Int

    private init(
        _ manifest: PackManifest, _ layout: PackLayout, _ documents: [RelativePath: [UInt8]],
        _ cursor: ArchiveCursor
    ) {
        self.manifest = manifest
        self.layout = layout
        self.documents = documents
        self.cursor = cursor
        name = manifest.upstream
        place = cursor.input.name
        next = 2 + manifest.documents.count
        places = Dictionary(
            uniqueKeysWithValues: layout.entries.enumerated().map { ($1.file.path, $0) })
    }

    /// Opens an archive: reads and checks its manifest and its metadata documents, which stand at
    /// its begin.
    package static func open(
        _ input: any ArchiveInput
    ) async throws(ArchiveError) -> ArchiveSource {
        var cursor = ArchiveCursor(input)
        let (manifest, layout) = try await cursor.manifest()
        if let size = input.size, size < layout.size {
            let entry = layout.entries.first { $0.end > size }?.file.path
            throw ArchiveError(
                .truncated,
                "\(input.name) ends after \(size) of \(layout.size) bytes"
                    + (entry.map { ", within \($0)" } ?? ""),
                hint: "copy it again", paths: entry.map { [$0.text] } ?? [])
        }
        var documents: [RelativePath: [UInt8]] = [:]
        for entry in layout.entries.dropFirst(2).prefix(manifest.documents.count) {
            documents[entry.file.path] = try await cursor.content(of: entry)
        }
        return ArchiveSource(manifest, layout, documents, cursor)
    }

    package func document(
        at path: RelativePath, limit: Int
    ) throws(SourceError) -> [UInt8] {
        guard let bytes = documents[path] else {
            throw SourceError(.notFound, "\(path) is not in the archive")
        }
        guard bytes.count <= limit else {
            throw SourceError(.tooLong, "\(path) has \(bytes.count) bytes")
        }
        return bytes
    }

    package func fetch(
        _ request: ItemRequest, into receiver: any ItemReceiver
    ) async throws(SourceError) {
        // Told once, by the file at which it came to light.
        if let fault { throw SourceError(.cancelled, fault.detail) }
        guard let index = places[request.path] else {
            throw SourceError(.notFound, "\(request.path) is not in the archive")
        }
        let isWanted: Bool
        do throws(ArchiveError) {
            try await reach(index)
            isWanted = try await deliver(layout.entries[index], from: request.offset, receiver)
        } catch {
            if error.kind == .cancelled { throw SourceError(.cancelled, error.detail) }
            // Of one file's content; what follows may be right.
            if error.kind == .damaged { throw SourceError(.damaged, error.detail) }
            fault = error
            throw SourceError(.refused, error.detail)
        }
        guard isWanted else { throw SourceError(.stopped, "no longer wanted") }
    }

    /// Reads what is left, so that nothing is published out of an archive that is not whole.
    package func finish() async throws(MirrorError) {
        var cursor = cursor
        defer { self.cursor = cursor }
        do throws(ArchiveError) {
            while next < layout.entries.count {
                try await cursor.open(layout.entries[next])
                next += 1
            }
            let last = layout.entries[layout.entries.count - 1].file.path
            try await cursor.move(to: layout.end, of: last)
            let trailer = try await cursor.bytes(Int64(TarHeader.trailer.count), of: last)
            guard trailer == TarHeader.trailer else {
                throw ArchiveError(
                    .refused,
                    "\(place) has \(TarHeader.told(Array(trailer.prefix(TarHeader.block)))) at byte "
                        + "\(layout.end), where its end belongs")
            }
        } catch {
            throw error.kind == .cancelled ? .cancelled : .archive(error)
        }
    }

    /// Stands behind the header of an entry, having checked all headers up to it.
    private func reach(_ index: Int) async throws(ArchiveError) {
        var cursor = cursor
        defer { self.cursor = cursor }
        let entry = layout.entries[index]
        guard next <= index || cursor.reaches(entry.start) else {
            throw ArchiveError(
                .damaged,
                "\(entry.file.path) in \(place) is not what the metadata says, and a stream cannot "
                    + "be read twice")
        }
        while next <= index {
            try await cursor.open(layout.entries[next])
            next += 1
        }
        try await cursor.move(to: entry.content, of: entry.file.path)
    }

    /// Hands the content on from an offset; false when it is not wanted.
    private func deliver(
        _ entry: PackLayout.Entry, from offset: Int64, _ receiver: any ItemReceiver
    ) async throws(ArchiveError) -> Bool {
        var cursor = cursor
        defer { self.cursor = cursor }
        let path = entry.file.path
        try await cursor.move(to: entry.content + offset, of: path)
        guard receiver.begin(entityTag: nil) else { return false }
        let end = entry.content + entry.file.size
        while cursor.offset < end {
            let bytes = try await cursor.some(end - cursor.offset, of: path)
            guard receiver.receive(bytes.span.bytes) else { return false }
        }
        return true
    }
}
