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
        let plan = try SourcePlanner(version: session.version, sources: sources).update(
            source, SourceWish(url: target.url, keyring: keyring))
        guard source.management?.enabled == false else { return plan }
        let hint = "maas-boot source update \(source.id) --enable-source"
        guard plan.changesAnything else {
            throw WorkflowError(
                .refused,
                "boot source \(source.id) has \(source.url) already, but is disabled: no images come "
                    + "from it", hint: "enable it: \(hint)")
        }
        return SourcePlan(
            action: plan.action, change: plan.change,
            warnings: plan.warnings + [
                "boot source \(source.id) is disabled: no images come from it until \(hint)"
            ])
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
        /// Whether one more is to be ordered when the import that runs has ended: on 3.8 that one does
        /// not know the selections of a source that was made anew.
        package let awaitsOrder: Bool
        /// What the region showed before the change, for a wait.
        package let baseline: ImportBaseline
    }

    /// Carries a plan out and orders the import that brings the new stream's images.
    ///
    /// - Parameters:
    ///   - importing: nil orders an import when something changed, or when one is due.
    ///   - record: remembers the order that is due until it is given, so that the same switch made
    ///     again orders it though nothing is left to change.
    package func execute(
        _ plan: SourcePlan, importing: Bool?, record: any ApplyRecord
    ) async throws -> Outcome {
        let before = try await ImportBaseline.take(session)
        let imports = importing ?? (plan.changesAnything || record.importIsDue())
        // What cannot be noted is lost only if this very run is cut off; the order itself follows.
        if imports, plan.changesAnything { try? record.begin() }
        let source = try await executor.execute(plan)
        let order = imports ? try await self.order(for: plan, source, record) : nil
        let isNewAddress = plan.changesAnything && plan.change.url != nil
        return Outcome(
            plan: plan, source: source, order: order,
            awaitsOrder: order.map { isLate($0, plan) } ?? false,
            baseline: isNewAddress ? before.afterChange() : before)
    }

    private func order(
        for plan: SourcePlan, _ source: BootSource, _ record: any ApplyRecord
    ) async throws -> ImportOrder {
        let order = try await ImportStarter(session).start(
            after: "boot source \(source.id) has \(source.url) now",
            changedAddress: plan.movesSource)
        if !isLate(order, plan) { record.end() }
        return order
    }

    private func isLate(_ order: ImportOrder, _ plan: SourcePlan) -> Bool {
        guard case .replace = plan.action else { return false }
        return session.version.hasSourcePriorities && order == .alreadyRunning
    }
}
