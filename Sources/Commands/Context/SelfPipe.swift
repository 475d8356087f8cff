internal import Glibc

/// A pipe from this process to itself, by which one thread wakes another that waits in `poll`.
/// Closed when nobody holds it any more.
final class SelfPipe: Sendable {
    /// The end that becomes readable.
    let reading: Int32
    /// The end that makes the other readable; it never blocks.
    let writing: Int32

    /// Opens the pipe. Where the system has no descriptor left, both ends are -1 and nothing wakes.
    init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        }
        reading = ends[0]
        writing = ends[1]
    }

    /// Makes the reading end readable. Safe in a signal handler.
    func wake(_ byte: UInt8 = 0) {
        var byte = byte
        _ = write(writing, &byte, 1)
    }

    deinit {
        close(reading)
        close(writing)
    }
}
