package import FoundationEssentials
internal import Glibc

/// Reads and writes files that nobody but their owner may read.
package enum PrivateFile {
    /// The file's bytes; nil when there is none.
    ///
    /// Throws a failure when others than the owner can read or write it, when it is longer than
    /// the limit, and when the system refuses. The check and the reading see the same open file.
    package static func read(_ path: String, limit: Int = 1 << 24) throws(Failure) -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw refused("read", path, errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw refused("read", path, errno) }
        try check(mode: status.st_mode, path)
        return try contents(descriptor, path, limit: limit)
    }

    /// Throws a failure with the `chmod` line as its hint where others can read the file. Pipes,
    /// such as a shell's `<(…)`, are private to the process.
    package static func check(_ path: String) throws(Failure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw refused("read", path, errno) }
        try check(mode: status.st_mode, path)
    }

    private static func check(mode: mode_t, _ path: String) throws(Failure) {
        guard mode & S_IFMT == S_IFREG, mode & 0o077 != 0 else { return }
        let shown = String(mode & 0o777, radix: 8)
        throw Failure(
            .usage, "\(path) holds a secret and others than its owner can open it",
            received: "mode 0\(shown)", hint: "chmod 600 \(ShellWord.quoted(path))",
            details: ["path": .string(path)])
    }

    private static func contents(
        _ descriptor: Int32, _ path: String, limit: Int
    ) throws(Failure) -> Data {
        var bytes = Data()
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = piece.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { throw refused("read", path, errno) }
            bytes.append(contentsOf: piece.prefix(max(0, count)))
        }
        throw Failure(.failed, "\(path) is longer than \(limit) bytes")
    }

    /// Replaces the file by this text, mode 0600, so that a reader sees the old file or the new
    /// one, also after a loss of power.
    package static func write(_ text: String, to path: String) throws(Failure) {
        var name = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw refused("write", path, errno) }
        defer { close(descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        do {
            try DescriptorSink(descriptor).write(text)
            guard fsync(descriptor) == 0, rename(&name, path) == 0 else {
                throw refused("write", path, errno)
            }
        } catch {
            unlink(&name)
            throw (error as? Failure) ?? Failure(from: error)
        }
        try Directory.sync(DirectoryPath.parent(of: path))
    }

    static func refused(_ verb: String, _ path: String, _ problem: Int32) -> Failure {
        Failure(
            .failed, "cannot \(verb) \(path)", received: SystemReason.text(problem),
            details: ["path": .string(path)])
    }
}
