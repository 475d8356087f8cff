internal import FoundationEssentials
internal import SimpleStreams

extension MirrorReport {
    /// The report of a plan that is not carried out.
    init(
        _ plan: MirrorPlan, _ deed: MirrorDeed = .fetch, directory: String, upstream: String,
        now: Date, grace: TimeInterval
    ) {
        let due = plan.removalsDue(at: now, grace: grace)
        self.init(
            changed: !plan.isUpToDate, dryRun: true,
            message: Self.sentence(plan, deed, directory, due: due.map(\.file)),
            upstream: upstream, directory: directory, published: false,
            verified: !plan.warnings.contains(.unsigned), fingerprint: nil,
            site: plan.site,
            files: plan.fetches.map {
                File(file: $0.file, result: "fetch", reason: $0.reason.rawValue)
            } + plan.kept.map { File(file: $0, result: "kept") }
                + due.map { File(file: $0.file, result: "remove") },
            bytesToFetch: plan.bytesToFetch, bytesFetched: 0, elapsed: .zero,
            warnings: plan.warnings.map(\.description))
    }

    /// The report of a run.
    init(
        _ outcome: MirrorOutcome, _ deed: MirrorDeed = .fetch, directory: String, upstream: String,
        elapsed: Duration
    ) {
        let removed = Set(outcome.removed)
        let files =
            outcome.results.map(File.init)
            + outcome.plan.kept.map { File(file: $0, result: "kept") }
            + outcome.plan.removals.filter { removed.contains($0.file.path) }
            .map { File(file: $0.file, result: "removed") }
        self.init(
            changed: outcome.isChanged, dryRun: false,
            message: Self.sentence(outcome, deed, directory, elapsed), upstream: upstream,
            directory: directory, published: outcome.isPublished,
            verified: outcome.signer != nil, fingerprint: outcome.signer?.description,
            site: outcome.plan.site,
            files: files, bytesToFetch: outcome.plan.bytesToFetch,
            bytesFetched: outcome.bytesFetched, elapsed: elapsed,
            warnings: outcome.warnings.map(\.description))
    }

    private static func sentence(
        _ plan: MirrorPlan, _ deed: MirrorDeed, _ directory: String, due: [FileEntry]
    ) -> String {
        guard !plan.isUpToDate else {
            return "\(directory) is up to date\(signature(plan.site))"
        }
        let removals = plan.removals.count - due.count
        let parts = [
            plan.fetches.isEmpty
                ? "no file to \(deed.verb)"
                : "\(Counted.text(plan.fetches.count, "file")) to \(deed.verb) "
                    + "(\(ByteSize(bytes: Int(plan.bytesToFetch))))",
            plan.kept.isEmpty ? nil : "\(plan.kept.count) there already",
            due.isEmpty
                ? nil
                : "\(due.count) to remove "
                    + "(\(ByteSize(bytes: Int(due.reduce(0) { $0 + $1.size }))))",
            removals == 0 ? nil : "\(removals) to remove later",
            plan.changedDocuments.isEmpty
                ? nil : "new metadata to publish\(signature(plan.site))",
        ]
        return "\(directory): " + parts.compactMap { $0 }.joined(separator: ", ")
    }

    private static func sentence(
        _ outcome: MirrorOutcome, _ deed: MirrorDeed, _ directory: String, _ elapsed: Duration
    ) -> String {
        let fetched = outcome.results.count - outcome.failures.count
        let amount = transferred(Int(outcome.bytesFetched), elapsed)
        guard outcome.isPublished else {
            return "\(directory): \(Counted.text(outcome.failures.count, "file")) failed and "
                + "\(fetched) \(deed == .fetch ? "came" : "were copied") (\(amount)); "
                + "what is published is unchanged"
        }
        guard outcome.isChanged else {
            return "\(directory) unchanged: it was up to date\(signature(outcome.plan.site))"
        }
        let waiting = outcome.plan.removals.count - outcome.removed.count
        let came = Counted.text(fetched, "file") + " \(deed.participle)"
        return "\(directory): \(came)\(fetched == 0 ? "" : " (\(amount))"), "
            + "\(outcome.plan.kept.count) kept, \(outcome.removed.count) removed"
            + (waiting > 0 ? ", \(waiting) to remove later" : "") + "; published"
            + signature(outcome.plan.site)
    }

    /// Who signs, where that is not upstream.
    private static func signature(_ site: MirrorPlan.SiteSignature?) -> String {
        guard let site else { return "" }
        guard let key = site.fingerprint else { return ", signed by a key made for it" }
        return ", signed by this site's key \(key)"
    }

    /// `572.0 KiB in 1.2s, 477.0 KiB/s`.
    private static func transferred(_ bytes: Int, _ elapsed: Duration) -> String {
        let seconds = max(elapsed / .seconds(1), 0.001)
        let tenths = Int((seconds * 10).rounded())
        let time =
            seconds < 60
            ? "\(tenths / 10).\(tenths % 10)s" : "\(TypedDuration(.seconds(seconds.rounded())))"
        return "\(ByteSize(bytes: bytes)) in \(time), "
            + "\(ByteRate(bytesPerSecond: Int(Double(bytes) / seconds)))"
    }
}

extension MirrorReport.File {
    init(_ result: FileResult) {
        self.init(
            file: result.file, result: result.failure == nil ? "fetched" : "failed",
            reason: result.failure?.description, received: result.received)
    }
}
