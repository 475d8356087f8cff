/// The files that items name, each once.
///
/// All kernels of a release, arch and version name the same squashfs and manifest; they are
/// fetched and counted once.
package struct FileTable: Sendable {
    /// The files in the order in which they were first named.
    package private(set) var files: [FileEntry] = []
    private var owners: [RelativePath: (file: Int, name: ItemName)] = [:]

    /// An empty table.
    package init() {}

    /// Bytes of all files together; each is counted once.
    package var totalSize: Int64 { files.reduce(0) { $0 + $1.size } }

    /// Adds a file under the name of the item that asks for it.
    ///
    /// - Returns: true when the file is new.
    /// - Throws: `FileConflict` when another item names the same path with other content.
    @discardableResult
    package mutating func add(
        _ file: FileEntry, namedBy name: ItemName
    ) throws(FileConflict) -> Bool {
        if let owner = owners[file.path] {
            let known = files[owner.file]
            guard known == file else {
                throw FileConflict(
                    first: known, firstName: owner.name, second: file, secondName: name)
            }
            return false
        }
        owners[file.path] = (files.count, name)
        files.append(file)
        return true
    }

    /// The file at a path, when an item names it.
    package func file(at path: RelativePath) -> FileEntry? {
        owners[path].map { files[$0.file] }
    }
}

/// Two items name one path with different content; at most one of them can be right.
package struct FileConflict: Error, Hashable, CustomStringConvertible {
    /// What was named first.
    package let first: FileEntry
    /// The item that named it.
    package let firstName: ItemName
    /// What was named later for the same path.
    package let second: FileEntry
    /// The item that named it.
    package let secondName: ItemName

    package var description: String {
        """
        two items name \(PrintableText.quote(first.path.text)) with different content: \
        \(firstName) (\(first.size) bytes, sha256 \(first.sha256)) and \
        \(secondName) (\(second.size) bytes, sha256 \(second.sha256))
        """
    }

    /// What to do next.
    package var hint: String {
        "ask the publisher of the stream to mend it, or filter one of the two out"
    }
}
