package import MAAS

/// Carries out a source's plan.
package struct SourceExecutor: Sendable {
    private let session: RegionSession
    private let clock: any Clock<Duration>
    private let patience: Duration

    /// - Parameter patience: how long a replaced source's catalogue may take to fill.
    package init(
        session: RegionSession, clock: any Clock<Duration> = ContinuousClock(),
        patience: Duration = .seconds(300)
    ) {
        self.session = session
        self.clock = clock
        self.patience = patience
    }

    /// Does what the plan says and returns the source as the region then has it.
    package func execute(_ plan: SourcePlan) async throws -> BootSource {
        switch plan.action {
        case .nothing(let source): return source
        case .create: return try await session.client.createBootSource(plan.change)
        case .update(let source):
            return try await session.client.updateBootSource(source, plan.change)
        case .replace(let source):
            return try await SourceReplacement(
                session: session, source: source, change: plan.change,
                ensurer: SelectionEnsurer(session: session, clock: clock, patience: patience)
            ).run()
        }
    }
}
