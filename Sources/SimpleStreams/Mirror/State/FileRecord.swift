package import FoundationEssentials

/// What a mirror remembers of a file it placed, or is about to place.
package struct FileRecord: Hashable, Sendable, Codable {
    /// The file as metadata named it.
    package let file: FileEntry
    /// The stamp it had when its content was last known to be right and flushed; nil while it is
    /// only intended.
    package var stamp: Int64?
    /// When it may be deleted; nil while it is needed.
    package var due: Date?

    /// A record.
    package init(file: FileEntry, stamp: Int64? = nil, due: Date? = nil) {
        self.file = file
        self.stamp = stamp
        self.due = due
    }
}
