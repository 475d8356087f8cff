/// A mirror in a directory, laid out as `sstream-mirror` does: items and `streams/` at their paths,
/// and one directory of the engine's own beside them, `.maas-boot`.
///
/// A web server may serve the directory at any time; it sees whole files only.
package struct DirectoryStore: Store {
    /// Bytes of the largest record read.
    package static let largestRecord = 256 << 20

    /// Bytes of the smallest item of which a part is worth keeping between runs. Below it, keeping
    /// note of the part costs more than fetching it again.
    package static let usualSmallestPart: Int64 = 256 << 10

    let tree: DirectoryTree
    let smallestPart: Int64

    /// A mirror at a directory, which need not exist.
    ///
    /// - Parameter smallestPart: bytes of the smallest item that is continued by a later run.
    package init(directory: String, smallestPart: Int64 = usualSmallestPart) {
        tree = DirectoryTree(root: directory)
        self.smallestPart = smallestPart
    }

    package var name: String { tree.root }

    package func look(at path: RelativePath) throws(StoreError) -> StoredItem? {
        try tree.look(at: path)
    }

    package func read(
        _ path: RelativePath, _ take: (borrowing RawSpan) -> Bool
    ) throws(StoreError) {
        guard let file = try tree.file(path) else {
            throw StoreError(.failed, "\(tree.place(path.text)) is not there")
        }
        if let number = file.read(take) { throw .system(number, "read", tree.place(path.text)) }
    }

    package func delete(_ path: RelativePath) throws(StoreError) {
        try tree.remove(path)
    }

    package func document(
        at path: RelativePath, limit: Int
    ) throws(StoreError) -> [UInt8]? {
        try tree.contents(of: path, limit: limit)
    }

    package func publish(_ documents: [StoredDocument]) throws(StoreError) {
        for document in documents { try tree.replace(document.path, with: document.bytes) }
    }

    package func record(_ name: StoreRecord) throws(StoreError) -> [UInt8]? {
        guard let path = MirrorLayout.path(of: name) else { return nil }
        return try tree.contents(of: path, limit: Self.largestRecord)
    }

    package func setRecord(_ name: StoreRecord, to bytes: [UInt8]) throws(StoreError) {
        guard let path = MirrorLayout.path(of: name) else { return }
        try tree.replace(path, with: bytes)
    }
}
