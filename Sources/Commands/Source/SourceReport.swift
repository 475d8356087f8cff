internal import MAAS
internal import Workflows

/// What a command did to a boot source, with what the region says to it.
struct SourceReport: Sendable {
    var changed: Bool
    var dryRun: Bool
    var message: String
    /// The source as it is now; in a dry run, as it was; nil for one that is not there (yet).
    var source: BootSource?
    /// The address that will be, or is, in force.
    var url: String
    var previousURL: String?
    var order: ImportOrder?
    var readiness: Readiness?
    var warnings: [String] = []
    var notices: [Notification] = []

    /// What a wait found.
    struct Readiness: Sendable {
        let evidence: Verdict.Evidence
        let elapsed: Duration
    }
}

extension SourceReport {
    /// As programs and people see it.
    static let listing = Listing<SourceReport>(
        plural: "changes",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("dry_run") { .bool($0.dryRun) },
            Field("message") { .string($0.message) },
            Field("id") { .integer(orNull: $0.source?.id) },
            Field("url") { .string($0.url) },
            Field("previous_url") { .string(orNull: $0.previousURL) },
            Field("keyring_filename") { .string(orNull: $0.source?.keyringFilename) },
            Field("import") { .string(orNull: $0.order?.word) },
            Field("ready") { .bool($0.readiness != nil) },
            Field("evidence") { .string(orNull: $0.readiness?.evidence.rawValue) },
            Field("elapsed_seconds") { .integer(orNull: $0.readiness?.seconds) },
            Field("warnings") { .strings($0.warnings) },
            Field("notices") { .array($0.notices.map(\.json)) },
        ],
        columns: [
            Column("CHANGED", .identifier) { report, _ in "\(report.changed)" },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in report.message })
}

extension SourceReport.Readiness {
    var seconds: Int { Int(elapsed / .seconds(1)) }
}

extension ImportOrder {
    /// The word for programs.
    var word: String {
        switch self {
        case .order: "started"
        case .alreadyRunning: "already-running"
        case .startsByItself: "starts-by-itself"
        }
    }

    /// The words for people.
    var phrase: String {
        switch self {
        case .order: "import started"
        case .alreadyRunning: "an import runs already"
        case .startsByItself: "the region fetches the images by itself"
        }
    }
}

extension Notification {
    /// The notice with its message as plain text.
    var json: JSONValue {
        [
            "id": .integer(id), "ident": .string(orNull: ident), "category": .string(category),
            "message": .string(plainMessage),
        ]
    }
}
