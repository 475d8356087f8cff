internal import Commands
package import FoundationEssentials
internal import Synchronization

/// A test's clock that does something when it is slept on, such as sending a signal.
package final class StrikingClock: WallClock {
    private let clock: ManualClock
    private let count: Int
    private let strike: @Sendable () -> Void
    private let sleeps = Mutex(0)

    /// - Parameter count: which sleep is the one, from 1.
    package init(_ clock: ManualClock, at count: Int = 1, _ strike: @escaping @Sendable () -> Void)
    {
        self.clock = clock
        self.count = count
        self.strike = strike
    }

    package var now: Date { clock.now }
    package var elapsed: Duration { clock.elapsed }

    /// Strikes at the sleep in question, and then waits for what comes of it: that sleep ends when
    /// its task is cancelled. Every other sleep is the clock's.
    package func sleep(for duration: Duration) async throws {
        let number = sleeps.withLock { sleeps in
            sleeps += 1
            return sleeps
        }
        guard number == count else { return try await clock.sleep(for: duration) }
        strike()
        try await Task.sleep(for: .seconds(60))
    }
}
