internal import Commands
package import FoundationEssentials
internal import Synchronization

/// The machine's clock with short sleeps, for work whose other end is real: a sleep takes a fraction
/// of its time, so that pauses between tries cost little and a watch on a transfer still lets bytes
/// come. The date can be moved.
package final class BriskClock: WallClock {
    private let start = ContinuousClock.now
    private let divisor: Double
    private let state = Mutex((offset: TimeInterval(0), sleeps: [Duration]()))

    /// - Parameter divisor: how much shorter sleeps are.
    package init(divisor: Double = 20) {
        self.divisor = divisor
    }

    package var now: Date { Date(timeIntervalSinceNow: state.withLock { $0.offset }) }

    package var elapsed: Duration { start.duration(to: .now) }

    /// Every sleep that was asked for so far, in order.
    package var sleeps: [Duration] { state.withLock { $0.sleeps } }

    /// Moves the date.
    package func advance(by seconds: TimeInterval) {
        state.withLock { $0.offset += seconds }
    }

    package func sleep(for duration: Duration) async throws {
        state.withLock { $0.sleeps.append(duration) }
        try await Task.sleep(for: duration / divisor)
    }
}
