internal import Glibc

/// An open file or directory of the tree; it is closed when nobody holds it any more.
final class OpenFile: Sendable {
    let descriptor: Int32
    let facts: FileFacts

    /// Takes over a descriptor; nil for the negative number of a failed call.
    init?(_ descriptor: Int32) {
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            Glibc.close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        facts = FileFacts(status)
    }

    deinit {
        close(descriptor)
    }
}

/// What an answer says of a file.
struct FileFacts: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case file
        case directory
        case other
    }

    let kind: Kind
    let size: Int64
    /// Seconds since 1970.
    let changed: Int
    /// Differs between any two contents the path ever had: what replaces a file is another one.
    let entityTag: String

    init(kind: Kind, size: Int64, changed: Int, nanoseconds: Int = 0, inode: UInt64 = 0) {
        self.kind = kind
        self.size = size
        self.changed = changed
        let parts = [UInt64(bitPattern: Int64(changed)), UInt64(nanoseconds), inode]
        entityTag =
            "\"" + String(size, radix: 16) + parts.map { "-" + String($0, radix: 16) }.joined()
            + "\""
    }

    init(_ status: stat) {
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            default: .other
            }
        self.init(
            kind: kind, size: Int64(status.st_size), changed: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec, inode: UInt64(status.st_ino))
    }
}
