internal import Commands
package import FoundationEssentials
internal import Synchronization

/// A clock that moves only when the test, or a sleep, moves it.
///
/// A sleep ends at once and moves the clock by its length, so that waiting loops take no time.
package final class ManualClock: WallClock {
    private let start: Date
    private let passed = Mutex(Duration.zero)

    /// Starts at 2026-01-31 12:00:00 UTC unless told otherwise.
    package init(now: Date = Date(timeIntervalSince1970: 1_769_860_800)) {
        self.start = now
    }

    package var now: Date { start.addingTimeInterval(elapsed / .seconds(1)) }

    package var elapsed: Duration { passed.withLock { $0 } }

    /// Moves the clock forward.
    package func advance(by duration: Duration) {
        passed.withLock { $0 += duration }
    }

    package func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        advance(by: duration)
        await Task.yield()
    }
}

/// A clock that the test did not provide.
package struct UnprovidedClock: WallClock {
    package init() {}

    package var now: Date {
        _ = unprovided("a clock")
        return Date(timeIntervalSince1970: 0)
    }

    package var elapsed: Duration {
        _ = unprovided("a clock")
        return .zero
    }

    package func sleep(for duration: Duration) async throws {
        throw unprovided("a clock")
    }
}
