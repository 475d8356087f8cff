/// The context's clock in the form that workflows measure and wait by.
struct ContextClock: Clock {
    private let clock: any WallClock

    init(_ context: Context) {
        clock = context.clock
    }

    struct Instant: InstantProtocol {
        let elapsed: Duration

        func advanced(by duration: Duration) -> Instant {
            Instant(elapsed: elapsed + duration)
        }

        func duration(to other: Instant) -> Duration {
            other.elapsed - elapsed
        }

        static func < (first: Instant, second: Instant) -> Bool {
            first.elapsed < second.elapsed
        }
    }

    var now: Instant { Instant(elapsed: clock.elapsed) }

    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try await clock.sleep(for: now.duration(to: deadline))
    }
}
