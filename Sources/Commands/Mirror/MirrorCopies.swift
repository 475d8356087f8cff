internal import SimpleStreams

/// The copies that `mirror sync --also` makes of a mirror that is up to date.
struct MirrorCopies: Sendable {
    private let job: MirrorJob
    private let places: [String]
    private let progress: ProgressOptions

    init(_ job: MirrorJob, _ places: [String], _ progress: ProgressOptions) {
        self.job = job
        self.places = places
        self.progress = progress
    }

    /// Makes all of them, one after the other; one that fails does not keep the others from being
    /// made.
    ///
    /// - Returns: a report of each copy there is one of, and the failure of those that are not whole.
    func make(
        in context: Context
    ) async throws -> (reports: [MirrorReport], failure: Failure?) {
        var reports: [MirrorReport] = []
        var failed: [(place: String, failure: Failure)] = []
        for place in places {
            do {
                let (report, failure) = try await make(place, in: context)
                reports.append(report)
                if let failure { failed.append((place, failure)) }
            } catch {
                try Task.checkCancellation()
                failed.append((place, Failure(from: error)))
            }
        }
        return (reports, Failure(copies: failed, of: places.count))
    }

    private func make(
        _ place: String, in context: Context
    ) async throws -> (MirrorReport, Failure?) {
        let start = context.clock.elapsed
        let trust = job.trust
        let copying = MirrorCopying(
            verifier: { try trust.verifier(ofSynced: $0) }, options: options)
        let store = try job.objectStore.store(job.directory, job.transfer.logging, in: context)
        let copy = try job.objectStore.store(place, job.transfer.logging, in: context)
        let (outcome, upstream) = try await context.withProgress(progress.progress) { reporter in
            let publish = try await copying.publish(
                from: store, to: copy, time: context.mirrorTime,
                progress: MirrorTeller(reporter, .copy))
            return (try await publish.publish(), publish.upstream)
        }
        outcome.warnings.forEach { context.warn($0.description) }
        let report = MirrorReport(
            outcome, .copy, directory: place, upstream: upstream,
            elapsed: context.clock.elapsed - start)
        return (report, Failure(copying: job.directory, outcome))
    }

    /// What was accepted of the mirror holds for its copies.
    private var options: MirrorOptions {
        var options = MirrorOptions()
        options.transfers = job.transfer.transfers
        options.grace = job.keepDays * 86_400
        options.changesUpstream = job.changeUpstream
        options.lockWait = job.transfer.lockWait.duration
        options.readsAll = job.transfer.checksum
        options.trust = job.trust.policy
        return options
    }
}

extension Failure {
    /// The failure of copies of a mirror which is up to date itself; nil when all were made.
    fileprivate init?(copies failed: [(place: String, failure: Failure)], of count: Int) {
        guard let first = failed.first else { return nil }
        self.init(
            .partlyFailed,
            "the mirror is up to date, and \(failed.count) of "
                + "\(Counted.text(count, "copy", "copies")) could not be made: "
                + failed.map { "\($0.place): \($0.failure.message)" }.joined(separator: "; "),
            hint: first.failure.hint,
            details: [
                "copies": .array(
                    failed.map { place, failure in
                        [
                            "directory": .string(place), "code": .string(failure.kind.code),
                            "reason": .string(failure.message),
                        ]
                    })
            ])
    }
}
