import Synchronization

/// A clock whose sleeps return at once and are written down.
package final class TestClock: Clock, Sendable {
    package struct Instant: InstantProtocol {
        var offset: Duration

        package func advanced(by duration: Duration) -> Instant {
            Instant(offset: offset + duration)
        }

        package func duration(to other: Instant) -> Duration { other.offset - offset }

        package static func < (left: Instant, right: Instant) -> Bool {
            left.offset < right.offset
        }
    }

    private let slept = Mutex<[Duration]>([])

    package init() {}

    package var now: Instant { Instant(offset: sleeps.reduce(.zero, +)) }
    package var minimumResolution: Duration { .nanoseconds(1) }

    /// Every sleep so far, in order.
    package var sleeps: [Duration] { slept.withLock { $0 } }

    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let length = now.duration(to: deadline)
        slept.withLock { $0.append(length) }
    }
}
