internal import MAAS

/// Decides from a series of observations whether a region's images are ready.
///
/// `is_importing` alone never decides: up to 3.7 it is false for a moment after an import was
/// ordered, and it turns false when an import fails; on 3.8 it is false during the downloads that a
/// new address starts. What counts is the newest set of every wanted image, the notices, and the
/// import events.
package struct ReadinessJudge: Sendable {
    private let goal: WaitGoal
    private var baseline: Observation?
    private var previous: Observation?
    private var sawImporting = false
    private var sawChange = false
    private var lastMovement = Duration.zero
    private var idleSince: Duration?
    private var idlePolls = 0

    package init(_ goal: WaitGoal) {
        self.goal = goal
    }

    /// Takes the next observation and says what is now known.
    package mutating func judge(_ observation: Observation) -> Verdict {
        note(observation)
        let missing = missing(in: observation)
        let unfinished = unfinished(in: observation)
        let isIdle = idlePolls >= 2
        if isIdle, let failure = noticed(observation) { return .failed(failure) }
        if missing.isEmpty, unfinished.isEmpty {
            if goal.wanted.allSatisfy({ $0.version != nil }), !goal.wanted.isEmpty, isIdle {
                return .ready(.catalogue)
            }
            if let verdict = settled(observation) { return verdict }
        } else if isIdle, quiet(observation) >= goal.settle, sawActivity || goal.expectsImport {
            return .failed(ended(observation, missing + unfinished))
        }
        if observation.elapsed >= goal.deadline { return .failed(.late(missing + unfinished)) }
        if observation.elapsed - lastMovement >= goal.stall {
            return .failed(.stalled(missing + unfinished))
        }
        return .pending(missing: missing + unfinished)
    }

    // MARK: What was seen

    private mutating func note(_ observation: Observation) {
        let first = baseline == nil
        baseline = baseline ?? observation
        if observation.importing { sawImporting = true }
        if let previous, moved(previous, observation) {
            sawChange = true
            lastMovement = observation.elapsed
        }
        if first { lastMovement = observation.elapsed }
        if observation.importing {
            idleSince = nil
            idlePolls = 0
        } else {
            idleSince = idleSince ?? observation.elapsed
            idlePolls += 1
        }
        previous = observation
    }

    private func moved(_ before: Observation, _ now: Observation) -> Bool {
        before.images != now.images || before.importing != now.importing
    }

    private var sawActivity: Bool { sawImporting || sawChange || sawStartEvent }

    private var sawStartEvent: Bool {
        previous?.events?.contains { $0.description.hasPrefix("Started importing") } ?? false
    }

    /// How long the region has neither said that it imports nor moved anything.
    private func quiet(_ observation: Observation) -> Duration {
        guard let idleSince else { return .zero }
        return observation.elapsed - max(idleSince, lastMovement)
    }

    // MARK: What is missing

    private func missing(in observation: Observation) -> [WantedImage] {
        goal.wanted.filter { wanted in
            let images = observation.images.filter(wanted.matches)
            let current = images.filter { isCurrent($0, wanted) }
            return current.isEmpty || current.contains { !$0.complete }
        }
    }

    /// Whether an image's newest set is at least as new as what the source offers.
    private func isCurrent(_ image: ImageState, _ wanted: WantedImage) -> Bool {
        guard let offered = wanted.version else { return true }
        return (image.version ?? "") >= offered
    }

    /// Images that are being fetched although no selection names them: boot loaders, and everything
    /// when nothing in particular is wanted. On 3.8 an orphaned boot loader can stay at zero for
    /// ever, so those count there only once bytes have come.
    private func unfinished(in observation: Observation) -> [WantedImage] {
        observation.images.filter { image in
            guard !image.complete else { return false }
            guard image.isBootloader else { return goal.wanted.isEmpty }
            return !goal.version.hasSourcePriorities || image.arrived > 0
        }
        .map { WantedImage(os: $0.name, release: $0.subarch, arch: $0.arch) }
    }

    // MARK: What it means

    /// Everything is complete: whether that can be believed yet.
    private func settled(_ observation: Observation) -> Verdict? {
        guard idlePolls >= 2 else { return nil }
        if goal.expectsImport, neverReachedSource(observation), quiet(observation) >= goal.settle {
            return .failed(.neverReachedSource)
        }
        let confirmed =
            observation.events == nil ? sawActivity : sawActivity && reachedSource(observation)
        if confirmed, quiet(observation) >= confirmation { return .ready(.importCycle) }
        return quiet(observation) >= goal.settle ? .ready(.quiet) : nil
    }

    /// How long idleness is confirmed after activity was seen. 3.8 says nothing about the
    /// downloads of a new address, so there it is watched as long as without activity.
    private var confirmation: Duration {
        goal.version.hasSourcePriorities
            ? min(goal.settle, .seconds(3)) : min(goal.settle, .seconds(1))
    }

    /// Up to 3.7 a region logs each source that it reads in an import.
    private func reachedSource(_ observation: Observation) -> Bool {
        observation.events?.contains { $0.description.hasPrefix("Importing images from source") }
            ?? false
    }

    private func neverReachedSource(_ observation: Observation) -> Bool {
        observation.events != nil && sawStartEvent && !reachedSource(observation)
    }

    private func ended(_ observation: Observation, _ missing: [WantedImage]) -> Verdict.Failure {
        neverReachedSource(observation) ? .neverReachedSource : .endedWithout(missing)
    }

    private func noticed(_ observation: Observation) -> Verdict.Failure? {
        let standing = observation.notices.filter {
            $0.isStanding(since: goal.knownNotices, cycleSeen: sawActivity, sources: goal.sourceIDs)
        }
        return standing.isEmpty ? nil : .noticed(standing)
    }
}
