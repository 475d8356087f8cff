internal import FoundationEssentials
internal import Synchronization

/// Where a sandbox region reads the time, so that tests need not wait for it.
package protocol SandboxClock: Sendable {
    /// Seconds since 1 January 1970, UTC.
    func now() -> Double
}

/// The machine's own clock.
package struct SystemClock: SandboxClock {
    package init() {}
    package func now() -> Double { Date().timeIntervalSince1970 }
}

/// A clock that moves only when it is told to.
package final class SteppedClock: SandboxClock {
    private let seconds: Mutex<Double>

    /// Starts at `start` seconds since the epoch.
    package init(start: Double = 1_795_378_203) { seconds = Mutex(start) }

    package func now() -> Double { seconds.withLock { $0 } }

    /// Moves the clock forward.
    package func advance(by duration: Duration) {
        seconds.withLock { $0 += duration.inSeconds }
    }
}

extension Duration {
    /// The whole duration in seconds.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
