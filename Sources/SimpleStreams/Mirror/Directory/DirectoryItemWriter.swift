internal import CFiles
internal import Glibc
internal import Synchronization

/// An item on its way into a directory: a part in the mirror's own directory, and its note.
final class DirectoryItemWriter: ItemWriter {
    private struct Position {
        var size: Int64
        var record: PartRecord
        var isNoted: Bool
    }

    private let tree: DirectoryTree
    private let file: FileEntry
    private let name: String
    private let parts: Descriptor
    private let part: Descriptor
    private let position: Mutex<Position>
    private let isResumable: Bool

    /// Goes on with a part, or starts one.
    ///
    /// - Parameter isResumable: whether a note is kept with the part; without one it is void in the
    ///   next run.
    init(
        _ file: FileEntry, in tree: DirectoryTree, isResumable: Bool
    ) throws(StoreError) {
        let place = tree.place(file.path.text)
        guard
            let parts = try tree.directory(
                [MirrorLayout.ownDirectory, MirrorLayout.parts], creating: true)
        else { throw .system(ENOENT, "write", place) }
        let name = PartRecord.name(of: file)
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        guard let part = Descriptor(openat(parts.number, name + ".part", flags, 0o644)) else {
            throw .system(errno, "write", place)
        }
        guard let status = part.status(), status.isFile else { throw .planted(place) }
        let held = status.item.size
        if status.st_mode & 0o7777 != 0o644 { fchmod(part.number, 0o644) }
        let known = isResumable ? try Self.note(named: name, in: parts, tree) : nil
        let isOurs = known?.file == file && held <= file.size
        if !isOurs, held > 0, ftruncate(part.number, 0) != 0 {
            throw .system(errno, "write", place)
        }
        let size = isOurs ? held : 0
        if size > 0 { lseek(part.number, off_t(size), SEEK_SET) }
        let record = isOurs ? known : nil
        position = Mutex(
            Position(size: size, record: record ?? PartRecord(file: file), isNoted: isOurs))
        self.isResumable = isResumable
        self.tree = tree
        self.file = file
        self.name = name
        self.parts = parts
        self.part = part
    }

    var size: Int64 { position.withLock { $0.size } }

    var entityTag: String? { position.withLock { $0.record.entityTag } }

    func readBack(_ take: (borrowing RawSpan) -> Bool) throws(StoreError) {
        lseek(part.number, 0, SEEK_SET)
        if let number = part.read(take) {
            throw .system(number, "read back", tree.place(file.path.text))
        }
        lseek(part.number, off_t(size), SEEK_SET)
    }

    func note(entityTag: String?) throws(StoreError) {
        let record = position.withLock { position -> PartRecord? in
            guard !position.isNoted || position.record.entityTag != entityTag else { return nil }
            position.record.entityTag = entityTag
            position.isNoted = true
            return position.record
        }
        if isResumable, let record { try writeNote(record) }
    }

    func append(_ bytes: borrowing RawSpan) throws(StoreError) {
        // A part is never without its note: bytes of nobody knows what are void.
        if !position.withLock({ $0.isNoted }) { try note(entityTag: nil) }
        if let number = part.write(bytes) {
            throw .system(number, "write", tree.place(file.path.text))
        }
        let count = Int64(bytes.byteCount)
        let size = position.withLock { position in
            position.size += count
            return position.size
        }
        startWriting(from: size - count, to: size)
    }

    /// Has the disk begin with what is whole, so that little is left to wait for when the mirror is
    /// written out before it is published. Where that fails, the disk begins later.
    private func startWriting(from old: Int64, to new: Int64) {
        guard let range = Self.wholePieces(from: old, to: new) else { return }
        _ = sync_file_range(
            part.number, off_t(range.lowerBound), off_t(range.count), CFILES_START_WRITING)
    }

    /// The pieces of 8 MiB that became whole when a file grew; nil where none did.
    static func wholePieces(from old: Int64, to new: Int64) -> Range<Int64>? {
        let piece: Int64 = 8 << 20
        let (first, end) = (old / piece, new / piece)
        return first < end ? first * piece..<end * piece : nil
    }

    func restart() throws(StoreError) {
        guard ftruncate(part.number, 0) == 0 else {
            throw .system(errno, "write", tree.place(file.path.text))
        }
        lseek(part.number, 0, SEEK_SET)
        position.withLock { $0.size = 0 }
        try note(entityTag: nil)
    }

    func commit() throws(StoreError) -> StoredItem {
        let place = tree.place(file.path.text)
        guard let parent = try tree.parent(of: file.path, creating: true),
            let status = part.status()
        else { throw .system(ENOENT, "name", place) }
        // A link or a directory at the name is refused, not replaced.
        _ = try tree.look(at: file.path, in: parent)
        guard renameat(parts.number, name + ".part", parent.number, file.path.name) == 0 else {
            throw .system(errno, "name", place)
        }
        if isResumable { unlinkat(parts.number, name + ".json", 0) }
        return status.item
    }

    func abandon() throws(StoreError) {
        unlinkat(parts.number, name + ".part", 0)
        unlinkat(parts.number, name + ".json", 0)
    }

    private static func note(
        named name: String, in parts: borrowing Descriptor, _ tree: DirectoryTree
    ) throws(StoreError) -> PartRecord? {
        let place = tree.place(MirrorLayout.ownDirectory)
        guard let file = try tree.file(named: name + ".json", in: parts, place) else { return nil }
        var bytes: [UInt8] = []
        let failure = file.read { piece in
            piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
            return bytes.count < 1 << 16
        }
        return failure == nil ? PartRecord(bytes) : nil
    }

    /// Written in place: a torn note is one that cannot be understood, and costs the part.
    private func writeNote(_ record: PartRecord) throws(StoreError) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        guard let note = Descriptor(openat(parts.number, name + ".json", flags, 0o644)) else {
            throw .system(errno, "write", tree.place(file.path.text))
        }
        if let number = note.write(record.bytes.span.bytes) {
            throw .system(number, "write", tree.place(file.path.text))
        }
    }
}
