internal import MAAS
internal import Workflows

/// Applies a document to a region on behalf of `apply`.
struct RegionApplying: Sendable {
    let command: Apply
    let document: Document
    let connection: ConnectionOptions
    let context: Context

    /// Applies the document to a region and tells what came of it.
    ///
    /// - Throws: what keeps the document from being applied at all.
    func report(_ region: RegionConnection) async throws -> ApplyReport {
        let session = try await DocumentSession.open(region, document, in: context)
        let (plan, snapshot) = try await session.plan(
            document, command.document, force: command.preflight.force)
        let executor = executor(session, label: connection.namesSeveral ? region.name : nil)
        let outcome = try await executor.run(plan, on: snapshot)
        await remember(session.session, outcome)
        return ApplyReport(
            region.name, plan, outcome, showsName: connection.namesSeveral)
    }

    private func executor(_ session: DocumentSession, label: String?) -> DocumentExecutor {
        let streams = StreamConnections(connection.logging, in: context)
        let reading = streams.reading
        let waiting = ImportWaiting(
            options: command.waiting, context: context, reading: reading, label: label)
        let wait: DocumentExecutor.Waiting = { baseline, expectsImport, read in
            try await waiting.wait(
                session.session, baseline, expectsImport: expectsImport, read: read)
        }
        return DocumentExecutor(
            session: session.session, clock: ContextClock(context),
            patience: command.catalogueTimeout.duration,
            preflight: PreflightCheck(reading: reading, mode: command.preflight.mode),
            record: session.record, wait: command.wait ? wait : nil,
            offers: command.preflight.mode == .off ? nil : streams.offers)
    }

    /// Keeps what the region has now for the next Tab.
    private func remember(_ session: RegionSession, _ outcome: DocumentOutcome) async {
        guard outcome.results.contains(where: { $0.step.kind == .source && $0.isDone }),
            let sources = try? await session.client.bootSources()
        else { return }
        SourceMemory(context.directories).remember(
            sources.map(RememberedSource.init), of: session.client.url)
    }
}
