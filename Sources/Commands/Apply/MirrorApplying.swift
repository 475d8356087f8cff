internal import SimpleStreams
internal import Workflows

/// Brings a document's mirrors up to date, one after the other: each takes what line there is.
struct MirrorApplying: Sendable {
    private let mirrors: [DocumentMirror]
    private let progress: ProgressOptions
    private let context: Context

    init(_ mirrors: [DocumentMirror], progress: ProgressOptions, in context: Context) {
        self.mirrors = mirrors
        self.progress = progress
        self.context = context
    }

    /// A report for each mirror; one's failure does not keep the others from being made.
    ///
    /// - Throws: what is wrong with the document, before anything is done; cancellation.
    func run() async throws -> [ApplyReport] {
        let jobs = try mirrors.map { try $0.job() }
        var reports: [ApplyReport] = []
        for job in jobs {
            do {
                reports.append(try await report(job))
            } catch {
                try Task.checkCancellation()
                var report = ApplyReport(kind: .mirror, name: job.directory, showsName: false)
                report.failure = Failure(from: error)
                report.message = "\(job.directory): failed: \(Failure(from: error).message)"
                reports.append(report)
            }
        }
        return reports
    }

    private func report(_ job: MirrorJob) async throws -> ApplyReport {
        try job.warnAboutFilters(in: context)
        let start = context.clock.elapsed
        let outcome = try await context.withProgress(progress.progress) { reporter in
            try await job.mirrorRun(in: context, progress: MirrorTeller(reporter)).sync()
        }
        let mirror = MirrorReport(
            outcome, directory: job.directory,
            upstream: try MirrorUpstream(job.upstream, path: job.path).address.base,
            elapsed: context.clock.elapsed - start)
        var report = ApplyReport(kind: .mirror, name: job.directory)
        report.message = mirror.message
        report.warnings = mirror.warnings
        let failure = Failure(failedFilesOf: outcome)
        if let step = mirror.step {
            report.steps = [
                .init(
                    step: step, result: failure == nil ? "done" : "failed",
                    reason: failure?.message, failure: failure)
            ]
        }
        return report
    }
}
