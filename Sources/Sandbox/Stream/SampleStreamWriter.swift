internal import FoundationEssentials

extension SampleStream {
    /// Lays a new stream on disk, of which only the files stay: its keys are thrown away.
    package static func write(
        _ configuration: SampleStreamConfiguration, to directory: String
    ) async throws {
        let stream = try await start(configuration)
        do {
            try await stream.write(to: directory)
        } catch {
            await stream.stop()
            throw error
        }
        await stream.stop()
    }

    /// Lays the stream on disk as a static tree: both lines below `ephemeral-v3/`, and
    /// `keyring.gpg` and `keyring.asc` beside that. The directory is made when it is not there.
    /// Each file is in memory while it is written.
    package func write(to directory: String) async throws {
        let root = URL(filePath: directory, directoryHint: .isDirectory)
        for line in StreamLine.allCases {
            let publication = publication(line, current(line))
            let folder = root.appending(path: line.folder)
            for item in publication.items.values {
                try write(item, below: folder)
            }
            try await writeDocuments(publication, below: folder)
        }
        for (path, name) in [
            (keys.keyringPath, "keyring.gpg"), (keys.armouredKeyringPath, "keyring.asc"),
        ] {
            try Data(contentsOf: URL(filePath: path)).write(to: root.appending(path: name))
        }
    }

    private func writeDocuments(_ publication: SamplePublication, below folder: URL) async throws {
        let documents = StreamDocuments(publication: publication, edits: [])
        let variant = StreamVariant(publication: publication.number)
        for name in StreamDocumentName.Form.allCases.flatMap(documents.names) {
            guard let bytes = try await document(name, of: publication.line, variant) else {
                continue
            }
            try Data(bytes).write(to: try Self.place(name.path, below: folder))
        }
    }

    private func write(_ item: SampleItem, below folder: URL) throws {
        let file = try Self.place(item.path, below: folder)
        let content = files.content(item)
        try Data(content.bytes(0..<item.size)).write(to: file)
    }

    /// The place of a file, its folder made.
    private static func place(_ path: String, below folder: URL) throws -> URL {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        return file
    }
}
