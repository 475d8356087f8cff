internal import FoundationEssentials
internal import SimpleStreams

/// Writes a mirror's figures for Prometheus' textfile collector, whole or not at all.
struct MirrorMetrics: Sendable {
    let path: String
    let directory: String
    let store: any Store

    /// After a run that had a result.
    func write(_ outcome: MirrorOutcome, in context: Context) async throws {
        try await write(in: context) { metrics in
            metrics.bytesFetched = outcome.bytesFetched
            metrics.filesFailed = outcome.failures.count
            metrics.bytesHeld =
                outcome.plan.kept.reduce(0) { $0 + $1.size }
                + outcome.results.filter { $0.failure == nil }.reduce(0) { $0 + $1.file.size }
        }
    }

    /// After a run that ended before it had a result: age alone tells.
    func writeFailure(in context: Context) async throws {
        try await write(in: context) { _ in }
    }

    /// After a comparison with the metadata.
    func write(_ report: VerifyReport, in context: Context) async throws {
        try await write(in: context) { metrics in
            metrics.isSound = report.isSound
            metrics.bytesHeld = report.heldBytes
        }
    }

    /// Where the mirror does not say when it last succeeded, the figures of before stay, and grow
    /// old: a file without that time would silence the alarm that waits for it.
    private func write(
        in context: Context, _ fill: (inout MetricsText) -> Void
    ) async throws {
        guard let state = try? await MirrorState.load(from: store) else { return }
        var metrics = MetricsText(
            mirror: directory, now: context.clock.now, lastSuccess: state.lastSuccess)
        fill(&metrics)
        try write(metrics)
    }

    private func write(_ metrics: MetricsText) throws {
        guard PublicFile.write(Array(metrics.text.utf8), to: path, for: .all) == nil else {
            throw Failure(
                .failed, "the metrics file cannot be written", received: path,
                hint: "check that its directory is there and can be written to")
        }
    }
}
