internal import Glibc

/// An archive in a plain file.
package final class ArchiveFile: ArchiveInput {
    package let name: String
    package let size: Int64?
    private let file: Descriptor

    /// Opens one.
    package init(_ path: String) throws(ArchiveError) {
        guard let file = Descriptor(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)),
            let status = file.status()
        else {
            let code = errno
            let isMissing = code == ENOENT || code == ENOTDIR
            throw .system(code, "open", path, isMissing ? .missing : .failed)
        }
        guard status.isFile else {
            throw ArchiveError(
                .failed, "\(path) is not a plain file",
                hint: "feed it through standard input, as in: maas-boot mirror unpack - DIRECTORY")
        }
        name = path
        size = status.item.size
        self.file = file
    }

    package func read(at offset: Int64, _ count: Int) throws(ArchiveError) -> [UInt8] {
        guard !Task.isCancelled else { throw ArchiveError(.cancelled, "cancelled") }
        var problem: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            var got = pread(file.number, buffer.baseAddress, count, off_t(offset))
            while got < 0, errno == EINTR {
                got = pread(file.number, buffer.baseAddress, count, off_t(offset))
            }
            if got < 0 { problem = errno }
            initialized = max(0, got)
        }
        guard problem == 0 else { throw .system(problem, "read", name) }
        return bytes
    }
}

extension ArchiveError {
    /// What a failed system call means.
    static func system(
        _ number: Int32, _ action: String, _ place: String, _ kind: Kind = .failed
    ) -> ArchiveError {
        let hint: String? =
            switch number {
            case ENOSPC, EDQUOT: "make room, or pack less with --since"
            case EFBIG:
                "that file system holds no larger files; split it: maas-boot mirror pack DIRECTORY "
                    + "- | split -b 4000M - PREFIX"
            case EIO: "the medium may be worn out: copy the archive to another one"
            default: nil
            }
        let reason = String(cString: strerror(number))
        return ArchiveError(kind, "cannot \(action) \(place): \(reason)", hint: hint)
    }
}
