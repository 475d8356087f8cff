package import FoundationEssentials

/// What time it is, and waiting.
package protocol WallClock: Sendable {
    /// The date, for people and records; it may jump.
    var now: Date { get }

    /// The time since some fixed moment; it never goes back. For measuring and deadlines.
    var elapsed: Duration { get }

    /// Waits. Throws `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws
}

/// The machine's own clock.
package struct SystemClock: WallClock {
    private let start = ContinuousClock.now

    package init() {}

    package var now: Date { Date() }

    package var elapsed: Duration { start.duration(to: .now) }

    package func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}
