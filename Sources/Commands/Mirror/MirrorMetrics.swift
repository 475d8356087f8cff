internal import FoundationEssentials
internal import SimpleStreams

/// Writes a mirror's figures for Prometheus' textfile collector, whole or not at all.
struct MirrorMetrics: Sendable {
    let path: String
    let directory: String
    let store: any Store

    /// After a run that had a result.
    func write(_ outcome: MirrorOutcome, in context: Context) async throws {
        var metrics = MetricsText(
            mirror: directory, now: context.clock.now, lastSuccess: await lastSuccess())
        metrics.bytesFetched = Int(outcome.bytesFetched).asInt64
        metrics.filesFailed = outcome.failures.count
        metrics.bytesHeld =
            outcome.plan.kept.reduce(0) { $0 + $1.size }
            + outcome.results.filter { $0.failure == nil }.reduce(0) { $0 + $1.file.size }
        try write(metrics)
    }

    /// After a run that ended before it had a result: age alone tells.
    func writeFailure(in context: Context) async throws {
        try write(
            MetricsText(
                mirror: directory, now: context.clock.now, lastSuccess: await lastSuccess()))
    }

    /// After a comparison with the metadata.
    func write(_ report: VerifyReport, in context: Context) async throws {
        var metrics = MetricsText(
            mirror: directory, now: context.clock.now, lastSuccess: await lastSuccess())
        metrics.isSound = report.isSound
        metrics.bytesHeld = report.heldBytes
        try write(metrics)
    }

    private func lastSuccess() async -> Date? {
        (try? await MirrorState.load(from: store))??.lastSuccess
    }

    private func write(_ metrics: MetricsText) throws {
        guard PublicFile.write(Array(metrics.text.utf8), to: path, for: .all) == nil else {
            throw Failure(
                .failed, "the metrics file cannot be written", received: path,
                hint: "check that its directory is there and can be written to")
        }
    }
}

extension Int {
    fileprivate var asInt64: Int64 { Int64(self) }
}
