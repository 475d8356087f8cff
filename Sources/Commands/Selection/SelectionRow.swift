internal import MAAS

/// A selection together with the address of its source.
struct SelectionRow: Sendable {
    let selection: BootSourceSelection
    let sourceURL: String

    /// As programs and people see it.
    static let listing = Listing<SelectionRow>(
        plural: "selections",
        fields: [
            Field("id") { .integer($0.selection.id) },
            Field("boot_source_id") { .integer($0.selection.bootSourceID) },
            Field("boot_source_url") { .string($0.sourceURL) },
            Field("os") { .string($0.selection.os) },
            Field("release") { .string($0.selection.release) },
            Field("arches") { .strings($0.selection.arches) },
            Field("subarches") { .strings($0.selection.subarches) },
            Field("labels") { .strings($0.selection.labels) },
            Field("resource_uri") { .string(orNull: $0.selection.resourceURI) },
        ],
        columns: [
            Column("SOURCE", .number) { row, _ in "\(row.selection.bootSourceID)" },
            Column("ID", .number) { row, _ in "\(row.selection.id)" },
            Column("IMAGES", .identifier) { row, _ in row.name },
            Column("ARCHES", .identifier) { row, _ in row.selection.arches.joined(separator: ",") },
            Column("SUBARCHES", onlyWhenWide: true) { row, _ in
                row.selection.subarches.joined(separator: ",")
            },
            Column("LABELS", onlyWhenWide: true) { row, _ in
                row.selection.labels.joined(separator: ",")
            },
            Column("URL", onlyWhenWide: true) { row, _ in row.sourceURL },
        ])

    var name: String { "\(selection.os)/\(selection.release)" }
}
