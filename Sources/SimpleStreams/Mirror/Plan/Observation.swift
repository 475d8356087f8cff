/// What stands at the path of a file the mirror should hold.
package enum Observation: Hashable, Sendable {
    /// Nothing.
    case absent
    /// Something of another size.
    case wrongSize(Int64)
    /// Something of the right size whose SHA-256 is another.
    case wrongContent(StoredItem)
    /// The file.
    case right(StoredItem)
}

/// What a look alone says about a file.
enum FirstLook: Hashable, Sendable {
    /// Known without reading it.
    case known(Observation)
    /// It must be read and hashed: its size is right, but nothing proves its content.
    case needsReading(StoredItem)

    /// Judges a look.
    ///
    /// A file counts without being read only when this mirror wrote or hashed it before, flushed
    /// it, and it was not touched since. A file that merely stands there with the right size may be
    /// another tool's, or the remains of a loss of power.
    static func judge(
        _ file: FileEntry, found: StoredItem?, record: FileRecord?, readsAll: Bool
    ) -> FirstLook {
        guard let found else { return .known(.absent) }
        guard found.size == file.size else { return .known(.wrongSize(found.size)) }
        guard !readsAll, let record, record.file == file, record.stamp == found.stamp else {
            return .needsReading(found)
        }
        return .known(.right(found))
    }
}
