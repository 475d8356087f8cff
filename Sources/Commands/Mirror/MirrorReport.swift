internal import SimpleStreams

/// What a mirror run did, or would do.
struct MirrorReport: Sendable {
    /// One file, and what became of it.
    struct File: Sendable {
        let file: FileEntry
        /// `fetch`, `fetched`, `failed`, `kept`, `remove`, `removed`.
        let result: String
        var reason: String?
        var received: Int64 = 0
    }

    var changed: Bool
    var dryRun: Bool
    var message: String
    var upstream: String
    var directory: String
    var published: Bool
    var verified: Bool
    var fingerprint: String?
    var site: MirrorPlan.SiteSignature?
    var files: [File]
    var bytesToFetch: Int64
    var bytesFetched: Int64
    var elapsed: Duration
    var warnings: [String]

    /// As programs and people see it.
    static let listing = Listing<MirrorReport>(
        plural: "mirrors",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("dry_run") { .bool($0.dryRun) },
            Field("message") { .string($0.message) },
            Field("upstream") { .string($0.upstream) },
            Field("directory") { .string($0.directory) },
            Field("published") { .bool($0.published) },
            Field("verified") { .bool($0.verified) },
            Field("fingerprint") { .string(orNull: $0.fingerprint) },
            Field("signed_by") { .string($0.signedBy.rawValue) },
            Field("site_fingerprint") { .string(orNull: $0.site?.fingerprint?.description) },
            Field("bytes_to_fetch") { .integer(Int($0.bytesToFetch)) },
            Field("bytes_fetched") { .integer(Int($0.bytesFetched)) },
            Field("elapsed_seconds") { .number($0.seconds) },
            Field("warnings") { .strings($0.warnings) },
            Field("files") { .array($0.files.map(File.listing.object)) },
        ],
        columns: [
            Column("CHANGED", .identifier) { report, _ in "\(report.changed)" },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in report.text })

    /// Who signs, or would sign, what is published.
    private var signedBy: MirrorListing.SignedBy {
        site != nil ? .site : verified ? .upstream : .unverified
    }

    private var seconds: Double { (elapsed / .milliseconds(10)).rounded() / 100 }

    /// In a dry run, each file that would come or go, then the sum, as `sstream-mirror` has it.
    private var text: String {
        let lines = files.compactMap { file -> String? in
            switch file.result {
            case "fetch": "+ \(file.file.path) \(ByteSize(bytes: Int(file.file.size)))"
            case "remove": "- \(file.file.path) \(ByteSize(bytes: Int(file.file.size)))"
            default: nil
            }
        }
        return (lines + [message]).joined(separator: "\n")
    }
}

extension MirrorReport.File {
    static let listing = Listing<MirrorReport.File>(
        plural: "files",
        fields: [
            Field("path") { .string($0.file.path.text) },
            Field("size") { .integer(Int($0.file.size)) },
            Field("sha256") { .string($0.file.sha256.description) },
            Field("result") { .string($0.result) },
            Field("reason") { .string(orNull: $0.reason) },
            Field("received") { .integer(Int($0.received)) },
        ],
        columns: [
            Column("PATH") { file, _ in file.file.path.text },
            Column("RESULT", .identifier) { file, _ in file.result },
        ])
}
