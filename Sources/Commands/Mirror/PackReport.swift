internal import SimpleStreams

/// What was packed, or would be.
struct PackReport: Sendable {
    let plan: PackPlan
    let directory: String
    let archive: String
    var changed = true
    var dryRun = false
    var elapsed: Duration = .zero

    init(_ plan: PackPlan, directory: String, archive: String) {
        self.plan = plan
        self.directory = directory
        self.archive = archive
    }

    static let listing = Listing<PackReport>(
        plural: "archives",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("dry_run") { .bool($0.dryRun) },
            Field("message") { .string($0.message) },
            Field("directory") { .string($0.directory) },
            Field("archive") { .string($0.archive) },
            Field("upstream") { .string($0.plan.manifest.upstream) },
            Field("published") { .time($0.plan.manifest.published) },
            Field("fingerprint") { .string(orNull: $0.plan.manifest.fingerprint?.description) },
            Field("documents") { .integer($0.plan.manifest.totals.documents) },
            Field("files") { .integer($0.plan.manifest.totals.items) },
            Field("bytes") { .integer(Int($0.plan.size)) },
            Field("relied_on_files") { .integer($0.plan.manifest.totals.reliesOn) },
            Field("relied_on_bytes") { .integer(Int($0.plan.manifest.totals.reliesOnBytes)) },
            Field("manifest_sha256") { .string($0.plan.digest.description) },
            Field("elapsed_seconds") { .number($0.seconds) },
        ],
        columns: [
            Column("CHANGED", .identifier) { report, _ in "\(report.changed)" },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in report.message })

    private var seconds: Double { (elapsed / .milliseconds(10)).rounded() / 100 }

    private var message: String {
        let place = archive == "-" ? "standard output" : archive
        let totals = plan.manifest.totals
        guard changed else { return "\(place) unchanged: it is this archive already" }
        let others =
            totals.reliesOn == 0
            ? "" : "; it relies on \(Counted.text(totals.reliesOn, "file")) on the other side"
        return "\(place): \(Counted.text(totals.items, "file")) and "
            + "\(Counted.text(totals.documents, "document")) "
            + "\(dryRun ? "would be packed" : "packed") "
            + "(\(ByteSize(bytes: Int(plan.size))))\(others)"
    }
}
