internal import MAAS

/// Decides from a series of observations whether a region's images are ready.
///
/// `is_importing` alone never decides: up to 3.7 it is false for a moment after an import was
/// ordered, and it turns false when an import fails; on 3.8 it is false during the downloads that a
/// new address starts. What counts is what the region holds against what the sources offer, the
/// notices, and (up to 3.7) the log of the import.
///
/// Everything complete is ready
/// 1. at once, when the region holds every version that the sources offer (`catalogue`);
/// 2. after a whole import that read every source (`importCycle`): by the region's log up to 3.7,
///    which is silent when an import fails; by `is_importing` and movement on 3.8;
/// 3. after stillness (`quiet`), where no import was ordered, or 3.8 had nothing to do.
package struct ReadinessJudge: Sendable {
    private let goal: WaitGoal
    private var history = ImportHistory()

    package init(_ goal: WaitGoal) {
        self.goal = goal
    }

    /// Takes the next observation and says what is now known.
    package mutating func judge(_ observation: Observation) -> Verdict {
        history.note(observation)
        let needs = Needs(goal, history, observation)
        let missing = needs.missing
        let decided =
            missing.isEmpty ? complete(observation, needs) : ended(observation, missing)
        if let decided { return decided }
        if observation.elapsed >= goal.deadline {
            return .failed(
                .late(missing, isIdle: isIdle && !isFetchingUnseen(observation)))
        }
        if observation.elapsed - history.lastMovement >= goal.stall {
            return .failed(.stalled(missing))
        }
        return .pending(missing: missing)
    }

    /// Says that the region could not be asked for a while: stillness is counted anew after that.
    package mutating func interrupt() { history.interrupt() }

    /// Whether an image is being fetched, or was during the watch.
    func isFetched(_ image: ImageState) -> Bool { !image.complete || history.wasFetched(image) }

    // MARK: Everything is complete

    private func complete(_ observation: Observation, _ needs: Needs) -> Verdict? {
        let notices = standing(observation)
        let old = notices.old.filter { !$0.isAboutSelection }
        if needs.areCatalogued, !observation.importing, notices.new.isEmpty, old.isEmpty {
            return .ready(.catalogue)
        }
        guard isIdle else { return nil }
        if !notices.new.isEmpty { return .failed(.noticed(notices.new)) }
        let quiet = history.quiet(at: observation.elapsed)
        guard old.isEmpty else { return quiet >= patience ? .failed(.noticed(old)) : nil }
        if goal.version.hasSourcePriorities { return settledByMovement(quiet) }
        guard observation.events != nil else {
            let isUnsure = goal.expectsImport || history.sawActivity
            return quiet >= (isUnsure ? goal.settle : shortly) ? .ready(.quiet) : nil
        }
        return settledByLog(quiet)
    }

    /// Up to 3.7 a region logs each source that it gets to read in an import.
    private func settledByLog(_ quiet: Duration) -> Verdict? {
        let unread = unreadSources
        if unread.isEmpty, !goal.sources.isEmpty {
            return quiet >= min(goal.settle, .seconds(1)) ? .ready(.importCycle) : nil
        }
        guard mustReadSources else { return quiet >= shortly ? .ready(.quiet) : nil }
        let confirmation = history.sawImporting ? min(goal.settle, .seconds(5)) : goal.settle
        return quiet >= confirmation ? .failed(.neverReachedSource(unread)) : nil
    }

    /// 3.8 logs nothing, and does not show the downloads that a new address starts.
    private func settledByMovement(_ quiet: Duration) -> Verdict? {
        if history.sawImporting { return quiet >= shortly ? .ready(.importCycle) : nil }
        if history.sawMovement { return quiet >= goal.settle ? .ready(.importCycle) : nil }
        return quiet >= (goal.expectsImport ? patience : shortly) ? .ready(.quiet) : nil
    }

    // MARK: Something is missing

    private func ended(_ observation: Observation, _ missing: [WantedImage]) -> Verdict? {
        guard isIdle else { return nil }
        let notices = standing(observation)
        if !notices.new.isEmpty { return .failed(.noticed(notices.new)) }
        let unoffered = missing.filter { $0.offered?.isEmpty == true }
        if !unoffered.isEmpty { return .failed(.notOffered(unoffered)) }
        guard goal.expectsImport || history.sawActivity, !isFetchingUnseen(observation),
            history.quiet(at: observation.elapsed) >= patience
        else { return nil }
        if !notices.old.isEmpty { return .failed(.noticed(notices.old)) }
        if mustReadSources, observation.events != nil, history.sourcesRead.isEmpty {
            return .failed(.neverReachedSource(unreadSources))
        }
        return .failed(.endedWithout(missing, said: history.complaints))
    }

    /// Whether images come without `is_importing` ever having said so: then its "false" does not mean
    /// that the import ended.
    private func isFetchingUnseen(_ observation: Observation) -> Bool {
        !history.sawImporting
            && observation.images.contains { !$0.complete && history.wasFetched($0) }
    }

    // MARK: What is known

    /// Two looks in a row without importing: one can fall into the moment before it begins.
    private var isIdle: Bool { history.idlePolls >= 2 }

    private var shortly: Duration { min(goal.settle, .seconds(3)) }

    /// How long stillness has to last before it counts against the import. Before 3.8 shows anything
    /// it fetches the catalogues, which can take a while.
    private var patience: Duration {
        goal.version.hasSourcePriorities && !history.sawImporting ? goal.settle * 2 : goal.settle
    }

    private var unreadSources: [String] {
        goal.sources.sorted { $0.key < $1.key }.map(\.value)
            .filter { !history.sourcesRead.contains(SourceURL.comparable($0)) }
    }

    /// Whether the log of a good import must show its sources: not when it began before the watch.
    private var mustReadSources: Bool {
        !goal.joinsImport && (goal.expectsImport || history.sawImporting)
    }

    private func standing(
        _ observation: Observation
    ) -> (new: [Notification], old: [Notification]) {
        let standing = observation.notices.filter { $0.speaks(against: goal.sources) }
        let isKnown = { (notice: Notification) in
            goal.knownNotices.contains { $0.id == notice.id && $0.message == notice.message }
        }
        return (standing.filter { !isKnown($0) }, standing.filter(isKnown))
    }
}
