internal import MAAS
internal import SimpleStreams

/// Carries a document's plan out in one region: step by step, past failures that do not bear on the
/// rest.
package struct DocumentExecutor: Sendable {
    /// Waits for the images, given what the region showed before, whether an import is expected, and
    /// the catalogues that were read, by their source's id.
    package typealias Waiting =
        @Sendable (ImportBaseline, Bool, [Int: StreamCatalogue]) async throws
        -> ImportWatch.Outcome

    let session: RegionSession
    let clock: any Clock<Duration>
    let patience: Duration
    let preflight: PreflightCheck
    let record: any ApplyRecord
    let wait: Waiting?
    let offers: StreamOffers?

    /// - Parameters:
    ///   - patience: how long the region's catalogue of a source may take to fill.
    ///   - wait: nil returns without waiting for images.
    ///   - offers: asks a source's stream whether it has what its region's catalogue does not know.
    package init(
        session: RegionSession, clock: any Clock<Duration>, patience: Duration,
        preflight: PreflightCheck, record: any ApplyRecord, wait: Waiting?,
        offers: StreamOffers? = nil
    ) {
        self.offers = offers
        self.session = session
        self.clock = clock
        self.patience = patience
        self.preflight = preflight
        self.record = record
        self.wait = wait
    }

    /// Carries the plan out.
    ///
    /// - Throws: only what comes before the first step, and cancellation; what a step fails with is
    ///   in the outcome.
    package func run(
        _ plan: DocumentPlan, on snapshot: RegionSnapshot
    ) async throws -> DocumentOutcome {
        guard plan.changesAnything || wait != nil else { return DocumentOutcome() }
        var run = DocumentRun(
            executor: self, plan: plan, snapshot: snapshot,
            baseline: try await ImportBaseline.take(session))
        for stage in DocumentStep.Stage.allCases {
            for step in plan.steps where step.stage == stage { try await run.take(step) }
            try await run.waitForImages(after: stage)
        }
        return await run.finished()
    }
}
