internal import MAAS

/// What a command did to a selection.
struct SelectionChange: Sendable {
    let changed: Bool
    let dryRun: Bool
    let message: String
    let sourceID: Int
    let os: String
    let release: String
    let arches: [String]

    /// As programs and people see it.
    static let listing = Listing<SelectionChange>(
        plural: "changes",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("dry_run") { .bool($0.dryRun) },
            Field("message") { .string($0.message) },
            Field("boot_source_id") { .integer($0.sourceID) },
            Field("os") { .string($0.os) },
            Field("release") { .string($0.release) },
            Field("arches") { .strings($0.arches) },
        ],
        columns: [
            Column("CHANGED", .identifier) { change, _ in "\(change.changed)" },
            Column("MESSAGE") { change, _ in change.message },
        ],
        sentence: { change, _ in change.message })
}
