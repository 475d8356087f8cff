internal import Glibc

/// A lock on a file that ends with the process that holds it (flock).
enum FileLock {
    /// Does the work while no other process is at theirs under the same lock. Waits for it; the
    /// work here takes milliseconds.
    static func holding<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw PrivateFile.refused("lock", path, errno) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw PrivateFile.refused("lock", path, errno) }
        }
        return try work()
    }
}
