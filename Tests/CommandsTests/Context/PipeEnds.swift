import Glibc
import Synchronization
import Testing

/// A pipe for tests; each end is closed once.
final class PipeEnds: Sendable {
    let reading: Int32
    let writing: Int32
    private let open = Mutex((reading: true, writing: true))

    init() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        (reading, writing) = (ends[0], ends[1])
    }

    func closeReading() {
        open.withLock { open in
            if open.reading { close(reading) }
            open.reading = false
        }
    }

    func closeWriting() {
        open.withLock { open in
            if open.writing { close(writing) }
            open.writing = false
        }
    }

    deinit {
        closeReading()
        closeWriting()
    }
}
