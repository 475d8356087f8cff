internal import Glibc
internal import Synchronization

/// An archive on its way into a file. Nothing has the file's name before all is written.
package final class ArchiveDraft: ArchiveOutput {
    private let path: String
    private let draft: String
    private let file: Descriptor
    private let isOpen = Mutex(true)

    /// Begins one; what stands at the path stays until `keep`.
    package init(_ path: String) throws(ArchiveError) {
        var status = stat()
        if stat(path, &status) == 0, !status.isFile {
            throw ArchiveError(
                .failed, "\(path) is not a plain file",
                hint: "write to standard output: maas-boot mirror pack DIRECTORY - > \(path)")
        }
        let draft = path + ".partial"
        // What a killed run left, or what somebody put there to write into the archive later.
        unlink(draft)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        guard let file = Descriptor(open(draft, flags, 0o644)) else {
            throw .system(errno, "write", draft)
        }
        self.path = path
        self.draft = draft
        self.file = file
    }

    deinit {
        discard()
    }

    package func write(_ bytes: borrowing RawSpan) throws(ArchiveError) {
        if let number = file.write(bytes) { throw .system(number, "write", path) }
    }

    /// Flushes what was written and gives it its name.
    package func keep() throws(ArchiveError) {
        guard fsync(file.number) == 0 else { throw .system(errno, "write", path) }
        guard isInPlace else {
            throw ArchiveError(
                .failed, "another run began to write \(path)", hint: "wait for it, or end it")
        }
        guard rename(draft, path) == 0 else { throw .system(errno, "name", path) }
        isOpen.withLock { $0 = false }
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        if let above = Descriptor(open(directory, O_RDONLY | O_CLOEXEC)) { fsync(above.number) }
    }

    /// Whether the draft's name still leads to what was written.
    private var isInPlace: Bool {
        var status = stat()
        guard lstat(draft, &status) == 0, let own = file.status() else { return false }
        return status.st_dev == own.st_dev && status.st_ino == own.st_ino
    }

    /// Forgets what was written; nothing once it is kept.
    package func discard() {
        let wasOpen = isOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        if wasOpen, isInPlace { unlink(draft) }
    }
}
