extension Item {
    /// The file the item names; nil for an item without a path, which is a mere note.
    ///
    /// The path must be the item's own; size and digest may be inherited, as in SimpleStreams.
    /// A SHA-256 is required: others are not strong enough, or not used by MAAS.
    package func file() throws(DocumentError) -> FileEntry? {
        let own = storage.items[index].tags
        guard let text = storage.value(of: storage.names.path, in: own) else { return nil }
        return FileEntry(
            path: try path(storage.pool[text]), size: try size(), sha256: try digest())
    }

    /// Whether the item names a file at all.
    package var hasFile: Bool {
        storage.value(of: storage.names.path, in: storage.items[index].tags) != nil
    }

    private func path(_ text: String) throws(DocumentError) -> RelativePath {
        do throws(PathRefusal) {
            return try RelativePath(item: text)
        } catch {
            throw DocumentError(.path(error), at: place("path"))
        }
    }

    private func size() throws(DocumentError) -> Int64 {
        guard let id = value(of: storage.names.size) else {
            throw DocumentError(.missing("size"), at: place())
        }
        guard let size = ByteCount.parse(storage.pool[id]) else {
            throw DocumentError(.size(storage.pool[id]), at: place("size"))
        }
        return size
    }

    private func digest() throws(DocumentError) -> SHA256Digest {
        guard let id = value(of: storage.names.sha256) else {
            let others = [("sha512", storage.names.sha512), ("md5", storage.names.md5)]
            let given = others.filter { value(of: $0.1) != nil }.map(\.0)
            throw DocumentError(.noSHA256(given: given), at: place())
        }
        guard let digest = SHA256Digest(hexadecimal: storage.pool[id]) else {
            throw DocumentError(.digest(storage.pool[id]), at: place("sha256"))
        }
        return digest
    }

    /// Where the item is in its document.
    private func place(_ member: String? = nil) -> JSONPlace {
        let name = self.name
        var steps: [JSONPlace.Step] = [
            .member("products"), .member(name.product), .member("versions"),
            .member(name.version), .member("items"), .member(name.item),
        ]
        if let member { steps.append(.member(member)) }
        return JSONPlace(steps)
    }
}
