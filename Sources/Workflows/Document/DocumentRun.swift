internal import MAAS

/// One run of a plan: what it has done so far, and what that means for the steps to come.
struct DocumentRun {
    let executor: DocumentExecutor
    let plan: DocumentPlan
    let snapshot: RegionSnapshot
    let baseline: ImportBaseline
    var outcome = DocumentOutcome()
    /// The region's sources by the place in the document; one whose step failed is not there.
    private var sources: [Int: BootSource]
    private var catalogues: [Int: StreamCatalogue] = [:]
    private var hasMoved = false
    private var hasSelected = false
    /// Why nothing more can be tried.
    private var end: String?

    init(
        executor: DocumentExecutor, plan: DocumentPlan, snapshot: RegionSnapshot,
        baseline: ImportBaseline
    ) {
        self.executor = executor
        self.plan = plan
        self.snapshot = snapshot
        self.baseline = baseline
        sources = Dictionary(
            plan.sources.enumerated().compactMap { index, match in
                match.current.map { (index, $0.source) }
            }, uniquingKeysWith: { first, _ in first })
    }

    private var session: RegionSession { executor.session }

    private func ensurer(_ patience: Duration) -> SelectionEnsurer {
        SelectionEnsurer(session: session, clock: executor.clock, patience: patience)
    }

    /// Notes that an import is to be ordered.
    mutating func begin() {
        do {
            try executor.record.begin()
        } catch {
            outcome.warnings.append(
                "should this run be cut off, order the import by hand (maas-boot import start): "
                    + "what is pending cannot be noted: \(error)")
        }
    }

    /// Takes a step and notes what became of it.
    ///
    /// - Throws: cancellation.
    mutating func take(_ step: DocumentStep) async throws {
        try Task.checkCancellation()
        if let reason = reasonToSkip(step) {
            outcome.results.append(.init(step, .skipped(reason)))
            return
        }
        do {
            outcome.results.append(.init(step, try await perform(step)))
        } catch {
            try Task.checkCancellation()
            if case .source(_, let index?) = step.action { sources[index] = nil }
            if let error = error as? RegionError, error.isHopeless { end = error.summary }
            outcome.results.append(.init(step, .failed(error)))
        }
    }

    private func reasonToSkip(_ step: DocumentStep) -> String? {
        if let end { return "the region cannot be worked on: \(end)" }
        switch step.action {
        case .select(_, let index), .reduce(_, let index), .deselect(_, _, let index):
            if sources[index] == nil { return "its source could not be made so" }
        case .startImport:
            let brought = outcome.results.filter {
                [.sources, .selections].contains($0.step.stage)
            }
            if !brought.isEmpty, !brought.contains(where: \.isDone) {
                return "nothing came that it could fetch"
            }
        default: break
        }
        let hasFailed = outcome.results.contains {
            !$0.isDone && !$0.step.stage.removes && !$0.isDeferred
        }
        return step.stage.removes && hasFailed ? "something that was to come before it failed" : nil
    }

    private mutating func perform(
        _ step: DocumentStep
    ) async throws -> DocumentOutcome.StepResult.End {
        switch step.action {
        case .set(let name, let value): return try await set(name, value, in: step)
        case .source(let plan, let index): try await change(plan, index)
        case .select(let wish, let index): try await select(wish, in: try source(index))
        case .startImport: try await startImport()
        case .reduce(let wish, let index): try await reduce(wish, in: try source(index))
        case .deselect(let os, let release, let index):
            return try await deselect(os, release, in: try source(index))
        case .removeSource(let source): return try await remove(source)
        case .mirror: break
        }
        return .done
    }

    private func source(_ index: Int) throws(WorkflowError) -> BootSource {
        guard let source = sources[index] else {
            throw WorkflowError(.notFound, "the source is not there")
        }
        return source
    }

    // MARK: Steps

    private func set(
        _ name: SettingName, _ value: SettingValue, in step: DocumentStep
    ) async throws -> DocumentOutcome.StepResult.End {
        if step.stage == .releases, let image = image(of: name, value),
            try await !ReleaseCheck(session.client).isThere(image)
        {
            return .deferred("\(image) is not there yet")
        }
        try await session.client.set(name, to: value)
        return .done
    }

    /// The image that a release setting needs.
    private func image(of name: SettingName, _ value: SettingValue) -> String? {
        guard let release = value.nonEmptyText else { return nil }
        switch name {
        case .commissioningRelease: return "\(CommissioningGuard.os)/\(release)"
        case .defaultRelease:
            let wish = plan.steps.lazy.compactMap { step -> SettingValue? in
                guard case .set(.defaultOS, let value) = step.action else { return nil }
                return value
            }.first
            let os = wish?.nonEmptyText ?? snapshot.settings[.defaultOS]?.nonEmptyText
            return "\(os ?? CommissioningGuard.os)/\(release)"
        default: return nil
        }
    }

    private mutating func change(_ change: SourcePlan, _ index: Int?) async throws {
        var look = PreflightCheck.Outcome()
        if let index, change.changesStream {
            look = try await executor.preflight.run(
                change, needs: needs(plan.sources[index]))
            outcome.warnings += look.warnings
        }
        let source = try await SourceExecutor(
            session: session, clock: executor.clock, patience: executor.patience
        ).execute(change)
        guard let index else { return }
        sources[index] = source
        catalogues[source.id] = look.catalogue
        hasMoved = hasMoved || change.movesSource
    }

    /// What the source is to offer: what is selected from it and stays, and what will be.
    private func needs(_ match: DocumentPlan.SourceMatch) -> PreflightNeeds {
        let present = match.current?.selections ?? []
        let wishes = match.wish.selections ?? []
        let goes = plan.prunes && match.wish.selections != nil
        let planned = wishes.map { wish in
            BootSourceSelection(
                planned: SelectionPlan(wish, in: present).values,
                of: match.current?.source.id ?? 0)
        }
        let kept = goes ? [] : present.filter { item in !wishes.contains { item.isOf($0) } }
        let selections = kept + planned
        let release = snapshot.commissioning
        let isHere = selections.contains {
            $0.os == CommissioningGuard.os && $0.release == release
        }
        return PreflightNeeds(selections: selections, commissioning: isHere ? release : nil)
    }

    /// Makes a selection. Up to 3.7 a change of source 1 does not refresh its catalogue, which then
    /// does not know what the new stream has: an import does, and begins anew when the selection is
    /// there.
    private mutating func select(
        _ wish: DocumentSelection, in source: BootSource
    ) async throws {
        let present = try await session.client.selections(of: source.id)
        let plan = SelectionPlan(wish, in: present)
        hasSelected = true
        if source.id == 1, !session.version.hasSourcePriorities, outcome.order == nil,
            executor.record.importIsDue()
        {
            do {
                _ = try await ensurer(.zero).carryOut(plan, in: source)
                return
            } catch let error as WorkflowError where error.kind == .deadline {
                outcome.order = try await ImportStarter(session).start()
            }
        }
        _ = try await ensurer(executor.patience).carryOut(plan, in: source)
    }

    private func reduce(_ wish: DocumentSelection, in source: BootSource) async throws {
        let present = try await session.client.selections(of: source.id)
        let plan = SelectionPlan(wish, in: present)
        guard case .nothing(let selection) = plan, let values = plan.reduction(to: wish) else {
            return
        }
        try await ensurer(executor.patience).carryOut(
            .reduce(selection, values, byReplacing: session.version.hasSourcePriorities), in: source
        )
    }

    private func deselect(
        _ os: String, _ release: String, in source: BootSource
    ) async throws -> DocumentOutcome.StepResult.End {
        let present = try await session.client.selections(of: source.id)
        guard let selection = present.first(where: { $0.os == os && $0.release == release }) else {
            return .done
        }
        if let reason = reasonToKeep([selection]) { return .deferred(reason) }
        try await CommissioningGuard(session).check(.delete(selection))
        try await session.client.deleteSelection(selection)
        return .done
    }

    private func remove(_ source: BootSource) async throws -> DocumentOutcome.StepResult.End {
        let selections = snapshot.sources.first { $0.source.id == source.id }?.selections ?? []
        if let reason = reasonToKeep(selections) { return .deferred(reason) }
        try await session.client.deleteBootSource(source.id)
        return .done
    }

    /// Why what has the release that machines commission with cannot go yet.
    private func reasonToKeep(_ selections: [BootSourceSelection]) -> String? {
        let waits = outcome.results.contains {
            $0.isDeferred && $0.step.key == SettingName.commissioningRelease.rawValue
        }
        guard waits, let release = snapshot.commissioning,
            selections.contains(where: {
                $0.os == CommissioningGuard.os && $0.release == release
            })
        else { return nil }
        return "machines commission with \(CommissioningGuard.os)/\(release) until then"
    }

    // MARK: Images

    private mutating func startImport() async throws {
        let order = try await ImportStarter(session).start(changedAddress: hasMoved)
        outcome.order = outcome.order ?? order
        guard isLate(order) else { return executor.record.end() }
        guard executor.wait == nil else { return }
        outcome.warnings.append(
            "an import ran already, which may not know what is selected now: apply the document "
                + "again when it has ended")
    }

    /// Whether an import went on that may not know the new selections. Up to 3.7 it begins anew by
    /// itself; on 3.8 it does not, and a second order would kill it.
    private func isLate(_ order: ImportOrder) -> Bool {
        guard session.version.hasSourcePriorities, hasSelected else { return false }
        if case .order = order { return false }
        return true
    }

    /// Waits for the images where that was asked for.
    ///
    /// - Throws: cancellation.
    mutating func waitForImages() async throws {
        guard let wait = executor.wait, end == nil else { return }
        do {
            if let order = outcome.order, isLate(order) { try await orderAfterwards() }
            let base = hasMoved ? baseline.afterChange() : baseline
            outcome.readiness = try await wait(base, outcome.order != nil, catalogues)
        } catch {
            try Task.checkCancellation()
            outcome.waitProblem = error
        }
    }

    /// Orders an import once the one that runs has ended.
    private mutating func orderAfterwards() async throws {
        let stopwatch = Stopwatch(executor.clock)
        while stopwatch.elapsed < .seconds(7200) {
            try await executor.clock.sleep(for: .seconds(5))
            let order = try await ImportStarter(session).start()
            guard case .order = order else { continue }
            outcome.order = order
            return executor.record.end()
        }
    }

    /// The outcome, with the notices that came meanwhile. A region that does not tell them is no
    /// reason to call the run failed.
    func finished() async -> DocumentOutcome {
        var outcome = outcome
        let now = (try? await session.client.notifications()) ?? []
        outcome.notices = now.filter { $0.isAboutImages && !baseline.notices.contains($0) }
        return outcome
    }
}

extension DocumentOutcome.StepResult {
    package var isDeferred: Bool {
        if case .deferred = end { return true }
        return false
    }
}

extension RegionError {
    /// Whether the region will refuse every other request as well.
    var isHopeless: Bool {
        switch reason {
        case .transport, .busy, .unauthenticated, .forbidden, .notMAAS, .moved: true
        default: false
        }
    }
}
