internal import MAAS
internal import Workflows

/// Carries a source's plan out for a command and reports it: the shared end of `use`, `source add`
/// and `source update`.
struct SourceChange: Sendable {
    let session: RegionSession
    let context: Context
    let dryRun: Bool
    /// Nil orders an import when something changed.
    let importing: Bool?
    /// Waits when there is one.
    let waiting: ImportWaiting?
    let preflight: PreflightCheck

    func perform(_ plan: SourcePlan, among sources: [BootSource]) async throws -> SourceReport {
        let look = try await look(plan, sources)
        let warnings = plan.warnings + look.warnings + (try await emptiness(plan, sources))
        warnings.forEach(context.warn)
        var report = SourceReport(
            changed: plan.changesAnything, dryRun: dryRun, message: "", source: plan.current,
            url: plan.change.url ?? plan.current?.url ?? "", previousURL: plan.current?.url,
            warnings: warnings)
        guard !dryRun else {
            report.message = SourceSentence.planned(plan)
            return report
        }
        let executor = SourceExecutor(session: session, clock: ContextClock(context))
        let record = ImportRecord(region: session.client.url, in: context.directories)
        let outcome = try await StreamSwitch(session: session, executor: executor).execute(
            plan, importing: importing, record: record)
        SourceMemory(context.directories).remember(
            RememberedSource(outcome.source), of: session.client.url)
        report.source = outcome.source
        report.url = outcome.source.url
        report.order = outcome.order
        if outcome.awaitsOrder { report.order = try await orderBehind(record) ?? outcome.order }
        report.message = SourceSentence.done(plan, outcome.source, outcome.order)
        if let waiting {
            let seen = try await waiting.wait(
                session, outcome.baseline, expectsImport: outcome.order != nil,
                read: look.catalogue.map { [outcome.source.id: $0] } ?? [:])
            if case .ready(let evidence) = seen.verdict {
                report.readiness = .init(evidence: evidence, elapsed: seen.elapsed)
                report.message +=
                    "; images ready after \(TypedDuration(.seconds(Int(seen.elapsed / .seconds(1)))))"
            }
        }
        report.notices = await newNotices(since: outcome.baseline)
        report.notices.forEach { context.warn("the region says: \($0.plainMessage)") }
        return report
    }

    /// Orders the import that has to come behind the one that runs, where that is waited for.
    private func orderBehind(_ record: ImportRecord) async throws -> ImportOrder? {
        guard waiting != nil else {
            context.warn(
                "an import runs that does not know the source made anew: order one when it has ended "
                    + "(maas-boot import start), or run this again")
            return nil
        }
        let order = try await ImportStarter(session).startBehind(on: ContextClock(context))
        if order != nil { record.end() }
        return order
    }

    /// A source that is there already and selects nothing brings nothing, though nothing is to do.
    private func emptiness(_ plan: SourcePlan, _ sources: [BootSource]) async throws -> [String] {
        guard case .nothing(let source) = plan.action, sources.count > 1,
            try await session.client.selections(of: source.id).isEmpty
        else { return [] }
        return [
            "boot source \(source.id) selects no images, so what is selected comes from others: "
                + "maas-boot selection ensure RELEASE --source \(source.id)"
        ]
    }

    /// Looks at the stream when its address or its keys change.
    private func look(
        _ plan: SourcePlan, _ sources: [BootSource]
    ) async throws -> PreflightCheck.Outcome {
        guard plan.changesStream else { return PreflightCheck.Outcome() }
        guard let current = plan.current else {
            return try await preflight.run(plan, needs: PreflightNeeds(selections: []))
        }
        return try await preflight.run(
            plan,
            needs: PreflightNeeds.read(current, among: sources, on: session.client))
    }

    /// Notices about images that came with the change. A region that does not tell them is no
    /// reason to call the change failed.
    private func newNotices(since baseline: ImportBaseline) async -> [Notification] {
        let now = (try? await session.client.notifications()) ?? []
        return now.filter { $0.isAboutImages && !baseline.notices.contains($0) }
    }
}
