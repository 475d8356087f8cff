internal import Glibc

/// Writes files that others than their owner may read, and nobody else may write to.
enum PublicFile {
    /// Who may read a file.
    enum Readers {
        /// Those whom the umask leaves.
        case asUmaskSays
        /// All: mode 0644, for a program of another user waits for it.
        case all
    }

    /// Replaces the file by these bytes, so that a reader sees the old file or the new one. Returns
    /// the error number of what the system refused; nil when it is done.
    static func write(_ bytes: [UInt8], to path: String, for readers: Readers) -> Int32? {
        // A name that nothing else has: neither a killed run nor somebody's link stands there.
        let draft = "\(path).\(String(UInt64.random(in: 0...(.max)), radix: 36))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        if readers == .all { fchmod(descriptor, 0o644) }
        let problem = write(bytes, to: descriptor) ?? place(draft, descriptor, at: path)
        if problem != nil { unlink(draft) }
        return problem
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return errno }
            rest = rest.dropFirst(count)
        }
        return nil
    }

    private static func place(_ draft: String, _ descriptor: Int32, at path: String) -> Int32? {
        fsync(descriptor) == 0 && rename(draft, path) == 0 ? nil : errno
    }
}
