package import MAAS

/// Watches a region until its images are ready, will not come, or patience ends.
package struct ImportWatch: Sendable {
    private let session: RegionSession
    private let goal: WaitGoal
    private let baseline: ImportBaseline
    private let clock: any Clock<Duration>
    private let pauses: [Duration]

    /// - Parameter pauses: between observations, the last one repeated. Regions report sizes about
    ///   every ten seconds, so asking faster than every five is of use at the start only.
    package init(
        session: RegionSession, goal: WaitGoal, baseline: ImportBaseline,
        clock: any Clock<Duration> = ContinuousClock(),
        pauses: [Duration] = [
            .milliseconds(300), .milliseconds(500), .seconds(1), .seconds(1), .seconds(2),
            .seconds(3), .seconds(5),
        ]
    ) {
        self.session = session
        self.goal = goal
        self.baseline = baseline
        self.clock = clock
        self.pauses = pauses
    }

    /// How a watch ended: the verdict and the last thing seen.
    package struct Outcome: Sendable {
        package let verdict: Verdict
        package let elapsed: Duration
        package let images: [ImageState]
        package let notices: [Notification]
    }

    /// Watches to the end, telling `report` after each look. Throws only what makes watching
    /// pointless; a region that restarts is waited for.
    package func run(
        report: @Sendable (WaitProgress) async -> Void
    ) async throws -> Outcome {
        let stopwatch = Stopwatch(clock)
        let observer = RegionObserver(session: session, baseline: baseline, stopwatch: stopwatch)
        var judge = ReadinessJudge(goal)
        var step = 0
        var lastSeen = Duration.zero
        while true {
            do {
                let observation = try await observer.observe()
                lastSeen = observation.elapsed
                let verdict = judge.judge(observation)
                await report(progress(observation, verdict))
                if case .pending = verdict {
                } else {
                    return Outcome(
                        verdict: verdict, elapsed: observation.elapsed, images: observation.images,
                        notices: observation.notices)
                }
            } catch let error as RegionError where error.isPassing {
                try await tolerate(error, stopwatch.elapsed, lastSeen, report)
            }
            try await clock.sleep(for: pauses[min(step, pauses.count - 1)])
            step += 1
        }
    }

    private func progress(_ observation: Observation, _ verdict: Verdict) -> WaitProgress {
        var missing: [WantedImage] = []
        if case .pending(let pending) = verdict { missing = pending }
        return WaitProgress(observation, goal: goal, missing: missing)
    }

    /// A region that cannot be asked counts as one where nothing moves.
    private func tolerate(
        _ error: RegionError, _ elapsed: Duration, _ lastSeen: Duration,
        _ report: @Sendable (WaitProgress) async -> Void
    ) async throws {
        guard elapsed < goal.deadline, elapsed - lastSeen < goal.stall else { throw error }
        await report(
            WaitProgress(
                elapsed: elapsed, importing: false, arrivedBytes: 0, totalBytes: 0, images: [],
                missing: goal.wanted, trouble: error.summary))
    }
}
