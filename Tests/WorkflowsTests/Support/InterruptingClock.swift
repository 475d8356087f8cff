import Synchronization

/// A lab's clock that interrupts a task at its first sleep.
final class InterruptingClock: Clock {
    private let clock: LabClock
    private let cancel = Mutex<(@Sendable () -> Void)?>(nil)

    init(_ clock: LabClock) { self.clock = clock }

    func interrupts<Value>(_ task: Task<Value, any Error>) {
        cancel.withLock { $0 = { task.cancel() } }
    }

    var now: LabClock.Instant { clock.now }
    var minimumResolution: Duration { clock.minimumResolution }

    func sleep(until deadline: LabClock.Instant, tolerance: Duration?) async throws {
        // The task may sleep before anyone could name it.
        var cancel: (@Sendable () -> Void)?
        repeat {
            await Task.yield()
            cancel = self.cancel.withLock { $0 }
        } while cancel == nil
        cancel?()
        try await clock.sleep(until: deadline, tolerance: tolerance)
    }
}
