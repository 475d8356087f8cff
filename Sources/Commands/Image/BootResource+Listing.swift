internal import MAAS
internal import Workflows

extension BootResource {
    /// An image as programs and people see it.
    static let listing = Listing<BootResource>(
        plural: "images",
        fields: [
            Field("id") { .integer($0.id) },
            Field("type") { .string($0.type) },
            Field("name") { .string($0.name) },
            Field("architecture") { .string($0.architecture) },
            Field("title") { .string(orNull: $0.title) },
            Field("subarches") { .string(orNull: $0.subarches) },
            Field("kflavor") { .string(orNull: $0.kflavor) },
            Field("base_image") { .string(orNull: $0.baseImage) },
            Field("last_deployed") { .string(orNull: $0.lastDeployed?.text) },
            Field("resource_uri") { .string(orNull: $0.resourceURI) },
            Field("version") { .string(orNull: $0.newestSet?.version) },
            Field("complete") { $0.newestSet.map { .bool($0.complete) } ?? .null },
            Field("progress") { .integer(ImageState($0).percent) },
            Field("size") { .integer(orNull: $0.newestSet?.size) },
            Field("sets") { .array(($0.sets ?? []).map(\.json)) },
        ],
        columns: [
            Column("ID", .number) { image, _ in "\(image.id)" },
            Column("NAME", .identifier) { image, _ in image.name },
            Column("ARCHITECTURE", .identifier) { image, _ in image.architecture },
            Column("TYPE", .identifier, onlyWhenWide: true) { image, _ in image.type },
            Column("VERSION", .identifier) { image, _ in image.newestSet?.version ?? "" },
            Column(
                "STATE", .identifier, style: { $0.newestSet?.complete == true ? .green : .yellow }
            ) { image, _ in image.stateText },
            Column("SIZE", .number) { image, presentation in
                presentation.bytes(image.newestSet?.size)
            },
            Column("LAST DEPLOYED", .identifier, onlyWhenWide: true) { image, presentation in
                image.lastDeployed?.shown(presentation) ?? ""
            },
        ])

    private var stateText: String {
        guard let set = newestSet else { return "queued" }
        return set.complete ? "complete" : "\(ImageState(self).percent) %"
    }
}

extension BootResourceSet {
    /// A version with its files, under MAAS's own names.
    fileprivate var json: JSONValue {
        [
            "version": .string(version), "label": .string(label), "size": .integer(size),
            "complete": .bool(complete),
            "files": .array(
                files.values.sorted { $0.filename < $1.filename }.map { file in
                    [
                        "filename": .string(file.filename), "filetype": .string(file.filetype),
                        "sha256": .string(file.sha256), "size": .integer(file.size),
                        "complete": .bool(file.complete),
                    ]
                }),
        ]
    }
}
