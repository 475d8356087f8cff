internal import MAAS

/// One run of a plan: what it has done so far, and what that means for the steps to come.
struct DocumentRun {
    let executor: DocumentExecutor
    let plan: DocumentPlan
    let snapshot: RegionSnapshot
    let baseline: ImportBaseline
    /// What the region showed once sources had gone, where an import follows.
    var baselineAfterRemoval: ImportBaseline?
    var outcome = DocumentOutcome()
    /// The region's sources by the place in the document; one whose step failed is not there.
    var sources: [Int: BootSource]
    var catalogues: [Int: StreamCatalogue] = [:]
    /// Sources whose catalogue the region may not have read yet.
    var unread: Set<Int> = []
    var hasBegun = false
    var hasMoved = false
    var hasSelected = false
    /// Whether the region was told to import by itself from now on, which 3.8 does at once.
    var hasStarted = false
    /// Why nothing more can be tried.
    var end: String?

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

    var session: RegionSession { executor.session }

    /// Notes, before the first change, that an import is to be ordered.
    mutating func begin() {
        guard !hasBegun else { return }
        hasBegun = true
        guard plan.steps.contains(where: { $0.kind == .import }) else { return }
        do {
            try executor.record.begin()
        } catch {
            outcome.warnings.append(
                "should this run be cut off, order the import by hand (maas-boot import start): "
                    + "what is due cannot be noted: \(error)")
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

    func reasonToSkip(_ step: DocumentStep) -> String? {
        if let end { return "the region cannot be worked on: \(end)" }
        switch step.action {
        case .select(_, let index), .reduce(_, let index), .deselect(_, _, let index):
            if sources[index] == nil { return "its source could not be made so" }
        case .startImport where step.stage == .importsAfterRemoval:
            let hasGone = outcome.results.contains {
                $0.step.stage == .removedSources && $0.isDone
            }
            if !hasGone { return "nothing went" }
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

    mutating func perform(
        _ step: DocumentStep
    ) async throws -> DocumentOutcome.StepResult.End {
        switch step.action {
        case .set(let name, let value): return try await set(name, value, in: step)
        case .source(let plan, let index): try await change(plan, index)
        case .select(let wish, let index): try await select(wish, in: try source(index))
        case .startImport:
            if step.stage == .importsAfterRemoval {
                baselineAfterRemoval = try await ImportBaseline.take(session)
            }
            try await startImport()
        case .reduce(let wish, let index): try await reduce(wish, in: try source(index))
        case .deselect(let os, let release, let index):
            return try await deselect(os, release, in: try source(index))
        case .removeSource(let source): return try await remove(source)
        case .mirror: break
        }
        return .done
    }

    func source(_ index: Int) throws(WorkflowError) -> BootSource {
        guard let source = sources[index] else {
            throw WorkflowError(.notFound, "the source is not there")
        }
        return source
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
