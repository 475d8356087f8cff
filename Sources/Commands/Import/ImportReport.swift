internal import MAAS
internal import Workflows

/// Where a region's import stands, or what a command did about it.
struct ImportReport: Sendable {
    var changed = false
    var message: String
    var importing: Bool
    var images: [ImageState] = []
    var missing: [WantedImage] = []
    var order: ImportOrder?
    var readiness: SourceReport.Readiness?
    var notices: [Notification] = []

    /// As programs and people see it.
    static let listing = Listing<ImportReport>(
        plural: "imports",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("message") { .string($0.message) },
            Field("importing") { .bool($0.importing) },
            Field("import") { .string(orNull: $0.order?.word) },
            Field("ready") { .bool($0.isReady) },
            Field("evidence") { .string(orNull: $0.readiness?.evidence.rawValue) },
            Field("elapsed_seconds") { .integer(orNull: $0.readiness?.seconds) },
            Field("arrived_bytes") { .integer($0.arrivedBytes) },
            Field("total_bytes") { .integer($0.images.reduce(0) { $0 + $1.size }) },
            Field("missing") { .strings($0.missing.map(\.name)) },
            Field("images") { .array($0.images.map(ImageState.listing.object)) },
            Field("notices") { .array($0.notices.map(\.json)) },
        ],
        columns: [
            Column("IMPORTING", .identifier) { report, _ in "\(report.importing)" },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in report.message })

    private var arrivedBytes: Int { Int(images.reduce(0) { $0 + $1.arrived }) }

    private var isReady: Bool {
        readiness != nil || (!importing && missing.isEmpty && images.allSatisfy(\.complete))
    }
}

extension ImageState {
    /// An image's state inside a report.
    static let listing = Listing<ImageState>(
        plural: "images",
        fields: [
            Field("id") { .integer($0.id) },
            Field("name") { .string($0.name) },
            Field("architecture") { .string("\($0.arch)/\($0.subarch)") },
            Field("version") { .string(orNull: $0.version) },
            Field("complete") { .bool($0.complete) },
            Field("progress") { .integer($0.percent) },
            Field("size") { .integer($0.size) },
        ],
        columns: [
            Column("ID", .number) { image, _ in "\(image.id)" },
            Column("NAME", .identifier) { image, _ in image.name },
            Column("ARCHITECTURE", .identifier) { image, _ in "\(image.arch)/\(image.subarch)" },
            Column("VERSION", .identifier) { image, _ in image.version ?? "" },
            Column("STATE", .identifier, style: { $0.complete ? .green : .yellow }) { image, _ in
                image.complete ? "complete" : "\(image.percent) %"
            },
            Column("SIZE", .number) { image, presentation in presentation.bytes(image.size) },
        ])
}
