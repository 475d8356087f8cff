package import MAAS

/// Switches a region's source to another stream in place, so that its selections stay.
package struct StreamSwitch: Sendable {
    private let session: RegionSession
    private let executor: SourceExecutor

    package init(session: RegionSession, executor: SourceExecutor) {
        self.session = session
        self.executor = executor
    }

    /// The plan for `target`, given the region's sources. With several, `reference` says which; a
    /// source that has the target already is taken without asking.
    package func plan(
        target: StreamTarget, reference: SourceReference?, keyring: KeyringChoice?,
        among sources: [BootSource]
    ) throws(WorkflowError) -> SourcePlan {
        let source = try Self.choose(target, reference, sources)
        return try SourcePlanner(version: session.version, sources: sources).update(
            source, SourceWish(url: target.url, keyring: keyring))
    }

    /// Which source is meant.
    static func choose(
        _ target: StreamTarget, _ reference: SourceReference?, _ sources: [BootSource]
    ) throws(WorkflowError) -> BootSource {
        if let reference { return try reference.resolve(in: sources) }
        if let there = sources.first(where: { SourceURL.same($0.url, target.url) }) { return there }
        return try SourceReference.only(of: sources)
    }

    /// What a switch did.
    package struct Outcome: Sendable {
        package let plan: SourcePlan
        package let source: BootSource
        /// Nil when no import was asked for.
        package let order: ImportOrder?
        /// What the region showed before the change, for a wait.
        package let baseline: ImportBaseline
    }

    /// Carries a plan out and orders the import that brings the new stream's images.
    ///
    /// - Parameter importing: nil orders an import when something changed.
    package func execute(_ plan: SourcePlan, importing: Bool?) async throws -> Outcome {
        let before = try await ImportBaseline.take(session)
        let source = try await executor.execute(plan)
        var order: ImportOrder?
        if importing ?? plan.changesAnything {
            order = try await ImportStarter(session).start(changedAddress: plan.movesSource)
        }
        let isNewAddress = plan.changesAnything && plan.change.url != nil
        return Outcome(
            plan: plan, source: source, order: order,
            baseline: isNewAddress ? before.afterChange() : before)
    }
}
