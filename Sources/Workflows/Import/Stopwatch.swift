/// Measures the time since it was made, on whichever clock it was given.
package struct Stopwatch: Sendable {
    private let read: @Sendable () -> Duration

    package init(_ clock: any Clock<Duration>) {
        read = Self.reader(clock)
    }

    package var elapsed: Duration { read() }

    private static func reader<Clock: _Concurrency.Clock>(
        _ clock: Clock
    ) -> @Sendable () -> Duration where Clock.Duration == Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
