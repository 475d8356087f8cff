import Foundation
import Synchronization
import Testing

/// A terminal without glass: what programs write on it is kept, and the test types.
final class Screen: Sendable {
    private let master: Int32
    /// The end that a program gets; the test closes it after the start.
    let slave: Int32
    private let shown = Mutex("")
    private let arrivals: AsyncStream<Void>

    init(columns: UInt16 = 100) throws {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (number, unlocked) = (Int32(-1), Int32(0))
        // TIOCSPTLCK and TIOCGPTN of Linux, whose macros Swift does not import.
        try #require(ioctl(master, 0x4004_5431, &unlocked) == 0)
        try #require(ioctl(master, 0x8004_5430, &number) == 0)
        slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
        self.master = master
        let (arrivals, continuation) = AsyncStream<Void>.makeStream()
        self.arrivals = arrivals
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while case let count = read(master, &buffer, buffer.count), count > 0 {
                let text = String(decoding: buffer[..<count], as: UTF8.self)
                shown.withLock { $0 += text }
                continuation.yield()
            }
            continuation.finish()
        }
    }

    /// All that was written on it so far.
    var text: String { shown.withLock { $0 } }

    /// Whether what is typed is shown.
    var echoes: Bool {
        var settings = termios()
        tcgetattr(master, &settings)
        return settings.c_lflag & tcflag_t(ECHO) != 0
    }

    func type(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Waits until the screen is as wanted; false when no more comes and it is not.
    func wait(until isWanted: (String) -> Bool) async -> Bool {
        if isWanted(text) { return true }
        for await _ in arrivals where isWanted(text) { return true }
        return isWanted(text)
    }

    deinit {
        close(master)
    }
}
