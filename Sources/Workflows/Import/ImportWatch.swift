package import MAAS

/// Watches a region until its images are ready, will not come, or patience ends.
package struct ImportWatch: Sendable {
    private let session: RegionSession
    private let goal: WaitGoal
    private let baseline: ImportBaseline
    private let clock: any Clock<Duration>

    package init(
        session: RegionSession, goal: WaitGoal, baseline: ImportBaseline,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.session = session
        self.goal = goal
        self.baseline = baseline
        self.clock = clock
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
        var observer = RegionObserver(
            session: session, lastEvent: baseline.lastEvent, stopwatch: stopwatch)
        var judge = ReadinessJudge(goal)
        var pace = WatchPace()
        var seen: (elapsed: Duration, missing: [WantedImage]) = (.zero, goal.wanted)
        while true {
            do {
                let observation = try await observer.observe()
                let verdict = judge.judge(observation)
                await report(WaitProgress(observation, judge: judge, verdict: verdict))
                guard case .pending(let missing) = verdict else {
                    return Outcome(
                        verdict: verdict, elapsed: observation.elapsed, images: observation.images,
                        notices: observation.notices)
                }
                seen = (observation.elapsed, missing)
                pace.took(observation)
            } catch let error as RegionError where error.isPassing {
                let elapsed = stopwatch.elapsed
                guard elapsed < goal.deadline else {
                    return Outcome(
                        verdict: .failed(.late(seen.missing)), elapsed: elapsed, images: [],
                        notices: [])
                }
                guard elapsed - seen.elapsed < goal.stall else { throw error }
                judge.interrupt()
                await report(
                    WaitProgress(elapsed: elapsed, missing: seen.missing, trouble: error.summary))
            }
            try await clock.sleep(for: pace.pause(before: goal.deadline - stopwatch.elapsed))
        }
    }
}
