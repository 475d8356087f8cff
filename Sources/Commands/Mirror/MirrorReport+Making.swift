internal import FoundationEssentials
internal import SimpleStreams

extension MirrorReport {
    /// The report of a plan that is not carried out.
    init(_ plan: MirrorPlan, _ job: MirrorJob, upstream: String, now: Date, grace: TimeInterval) {
        let due = plan.removalsDue(at: now, grace: grace)
        let fetch = ByteSize(bytes: Int(plan.bytesToFetch))
        let gone = ByteSize(bytes: Int(due.reduce(0) { $0 + $1.file.size }))
        self.init(
            changed: !plan.isUpToDate, dryRun: true,
            message: plan.isUpToDate
                ? "\(job.directory) is up to date"
                : "\(plan.fetches.count) file(s) to fetch (\(fetch)), \(plan.kept.count) there, "
                    + "\(due.count) to remove (\(gone))",
            upstream: upstream, directory: job.directory, published: false,
            verified: !plan.warnings.contains(.unsigned), fingerprint: nil,
            files: plan.fetches.map {
                File(file: $0.file, result: "fetch", reason: $0.reason.rawValue)
            } + plan.kept.map { File(file: $0, result: "kept") }
                + due.map { File(file: $0.file, result: "remove") },
            bytesToFetch: plan.bytesToFetch, bytesFetched: 0, elapsed: .zero,
            warnings: plan.warnings.map(\.description))
    }

    /// The report of a run.
    init(_ outcome: MirrorOutcome, _ job: MirrorJob, upstream: String, elapsed: Duration) {
        let removed = Set(outcome.removed)
        let files =
            outcome.results.map(File.init)
            + outcome.plan.kept.map { File(file: $0, result: "kept") }
            + outcome.plan.removals.filter { removed.contains($0.file.path) }
            .map { File(file: $0.file, result: "removed") }
        self.init(
            changed: outcome.isChanged, dryRun: false,
            message: Self.sentence(outcome, job.directory, elapsed), upstream: upstream,
            directory: job.directory, published: outcome.isPublished,
            verified: outcome.signer != nil, fingerprint: outcome.signer?.description,
            files: files, bytesToFetch: outcome.plan.bytesToFetch,
            bytesFetched: outcome.bytesFetched, elapsed: elapsed,
            warnings: outcome.warnings.map(\.description))
    }

    private static func sentence(
        _ outcome: MirrorOutcome, _ directory: String, _ elapsed: Duration
    ) -> String {
        let fetched = outcome.results.count - outcome.failures.count
        let size = ByteSize(bytes: Int(outcome.bytesFetched))
        let time = TypedDuration(.milliseconds(Int(elapsed / .milliseconds(1))))
        guard outcome.isPublished else {
            return "\(directory): \(outcome.failures.count) file(s) failed and \(fetched) came "
                + "(\(size) in \(time)); what is published is unchanged"
        }
        guard outcome.isChanged else { return "\(directory) unchanged: it was up to date" }
        return "\(directory): \(fetched) file(s) fetched (\(size) in \(time)), "
            + "\(outcome.plan.kept.count) kept, \(outcome.removed.count) removed; published"
    }
}

extension MirrorReport.File {
    init(_ result: FileResult) {
        self.init(
            file: result.file, result: result.failure == nil ? "fetched" : "failed",
            reason: result.failure?.description, received: result.received)
    }
}
