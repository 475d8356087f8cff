/// Makes a mirror what its filters say, or says what that would take.
///
/// The order is the promise: metadata is fetched once and verified; items are fetched and flushed;
/// then those very bytes of metadata are published, products files first and the index last; then
/// what is no longer needed goes, after the grace time. Whatever fails or ends the run before
/// publication leaves the published mirror as it was.
package struct MirrorRun: Sendable {
    let source: any Source
    let store: any Store
    let verifier: any DocumentVerifier
    let part: MirrorPart?
    let parts: [MirrorPart]?
    let signing: MirrorSigning?
    let options: MirrorOptions
    let time: MirrorTime
    let progress: any MirrorProgress

    /// A run.
    ///
    /// - Parameters:
    ///   - part: what this run is to mirror; nil for what earlier runs recorded.
    ///   - parts: all that the mirror is to hold, in place of what was recorded.
    ///   - signing: how the mirror signs metadata of its own; nil to publish upstream's bytes.
    package init(
        source: any Source, store: any Store, verifier: any DocumentVerifier,
        part: MirrorPart?, parts: [MirrorPart]? = nil, signing: MirrorSigning? = nil,
        options: MirrorOptions = MirrorOptions(),
        time: MirrorTime = .system, progress: any MirrorProgress = NoProgress()
    ) {
        self.source = source
        self.store = store
        self.verifier = verifier
        self.part = part
        self.parts = parts
        self.signing = signing
        self.options = options
        self.time = time
        self.progress = progress
    }

    /// What a run would do now (`--dry-run`). Writes nothing, not even the mirror's directory.
    package func plan() async throws(MirrorError) -> MirrorPlan {
        let prepared = try await prepare(making: false)
        try source.review(prepared.plan)
        progress.report(.planned(prepared.plan))
        return prepared.plan
    }

    /// Runs.
    ///
    /// Files that could not be fetched are no error of the run: the outcome lists them, and says
    /// that nothing was published.
    package func sync() async throws(MirrorError) -> MirrorOutcome {
        try await MirrorError.holding(
            store, waiting: options.lockWait
        ) { () async throws(MirrorError) in
            // Signed before anything is fetched: a key that does not work is known at once.
            let prepared = try await signed(try await prepare(making: true))
            try source.review(prepared.plan)
            progress.report(.planned(prepared.plan))
            return try await carryOut(prepared)
        }
    }

    private func carryOut(_ prepared: PreparedRun) async throws(MirrorError) -> MirrorOutcome {
        var state = prepared.state
        try await checkSpace(for: prepared.plan)
        try await MirrorError.store { () async throws(StoreError) in
            try await intend(prepared.plan, in: &state)
        }
        progress.report(.stage(.fetch))
        let fetched = await fetchAll(prepared.plan.fetches)
        if Task.isCancelled { throw .cancelled }
        guard fetched.results.allSatisfy({ $0.failure == nil }) else {
            return outcome(prepared, fetched.results, isPublished: false, Cleaning(), [])
        }
        try await source.finish()
        let cleaning = try await MirrorError.store { () async throws(StoreError) in
            try await publish(prepared, fetched.stored, in: &state)
            return try await Cleaner(store: store, time: time, progress: progress)
                .clean(&state)
        }
        let page = await state.writePage(to: store, now: time.now())
        return outcome(prepared, fetched.results, isPublished: true, cleaning, page)
    }

    /// Refuses to begin what cannot be finished.
    private func checkSpace(for plan: MirrorPlan) async throws(MirrorError) {
        guard plan.spaceNeeded > 0 else { return }
        let free = try await MirrorError.store { () async throws(StoreError) in
            // Parts that nothing will continue are room.
            _ = try await store.discardPartials(except: plan.fetches.map(\.file))
            return try await store.freeSpace()
        }
        let needed = plan.spaceNeeded + options.spaceMargin
        if let free, free < needed { throw .noSpace(needed: needed, free: free) }
    }

    private func outcome(
        _ prepared: PreparedRun, _ results: [FileResult], isPublished: Bool, _ cleaning: Cleaning,
        _ page: [MirrorWarning]
    ) -> MirrorOutcome {
        MirrorOutcome(
            plan: prepared.plan, results: results, isPublished: isPublished,
            removed: cleaning.removed,
            warnings: prepared.plan.warnings + cleaning.leftAlone.map { .leftAlone($0) }
                + page,
            signer: prepared.trust.fingerprint, finished: time.now())
    }
}

/// What a run knows before it changes anything.
struct PreparedRun: Sendable {
    let plan: MirrorPlan
    let state: MirrorState
    let trust: TrustRecord
    /// The mirror's own metadata; nil when upstream's is published.
    let site: SitePublication?
}

extension MirrorError {
    /// Does what needs the store for this process alone.
    static func holding<Value>(
        _ store: any Store, waiting wait: Duration, _ work: () async throws(MirrorError) -> Value
    ) async throws(MirrorError) -> Value {
        let hold = try await MirrorError.store { () async throws(StoreError) in
            try await store.hold(waiting: wait)
        }
        do throws(MirrorError) {
            let value = try await work()
            await hold.release()
            return value
        } catch {
            await hold.release()
            throw error
        }
    }

    /// Does what only the store can make fail.
    static func store<Value>(
        _ work: () async throws(StoreError) -> Value
    ) async throws(MirrorError) -> Value {
        do throws(StoreError) {
            return try await work()
        } catch {
            throw Task.isCancelled ? .cancelled : .store(error)
        }
    }
}
