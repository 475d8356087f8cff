internal import Workflows

/// Plans a document for its mirrors and regions without changing anything.
struct DocumentPlanning: Sendable {
    let document: Document
    let options: DocumentOptions
    let preflight: PreflightOptions
    let context: Context

    /// A step for each mirror that is not up to date.
    func mirrors() async throws -> [StepRow] {
        guard options.includesMirrors else { return [] }
        let jobs = try document.mirrors.map { try $0.job() }
        var rows: [StepRow] = []
        for job in jobs {
            let report = try await MirrorPlanning(job).report(in: context)
            guard let step = report.step else { continue }
            rows.append(StepRow(region: nil, step: step, showsRegion: false))
        }
        return rows
    }

    /// The steps of each region.
    func regions(_ connection: ConnectionOptions) async throws -> [RegionResult<[StepRow]>] {
        guard options.includesRegions, document.concernsRegions else { return [] }
        let connection = try document.regions(connection)
        return try await RegionRun(connection, in: context).results { region in
            let session = try await DocumentSession.open(region, document, in: context)
            let (plan, snapshot) = try await session.plan(
                document, options, force: preflight.force)
            let streams = StreamConnections(connection.logging, in: context)
            let look = DocumentLook(
                PreflightCheck(reading: streams.reading, mode: preflight.mode),
                offers: preflight.mode == .off ? nil : streams.offers)
            let warnings = try await look.warnings(plan, on: snapshot)
            (plan.warnings + warnings).forEach(context.warn)
            return plan.steps.map {
                StepRow(
                    region: region.name, step: $0, showsRegion: connection.namesSeveral)
            }
        }
    }

    /// Says on standard error how much it is, where people read the result.
    func summarise(_ rows: [StepRow], _ request: OutputRequest) {
        guard request.format == .table else { return }
        guard !rows.isEmpty else { return context.inform("unchanged: all is as the document says") }
        let counts = [
            ("to add", rows.count { $0.step.operation == .add }),
            ("to change", rows.count { $0.step.operation == .change }),
            ("to remove", rows.count { $0.step.operation == .remove }),
        ]
        let words = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        if !words.isEmpty { context.inform(words.joined(separator: ", ")) }
    }
}
