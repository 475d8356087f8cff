internal import MAAS
internal import Workflows

extension RegionStatus {
    /// A region's state as programs and people see it.
    static let listing = Listing<RegionStatus>(
        plural: "regions",
        fields: [
            Field("url") { .string($0.url) },
            Field("version") { .string($0.version.text) },
            Field("importing") { .bool($0.importing) },
            Field("boot_images_auto_import") { .bool($0.autoImport) },
            Field("ready") { .bool($0.isReady) },
            Field("missing") { .strings($0.missing.map(\.name)) },
            Field("sources") { .array($0.sources.map(\.json)) },
            Field("images") { .array($0.images.map(ImageState.listing.object)) },
            Field("notices") { .array($0.notices.map(\.json)) },
        ],
        columns: [
            Column("REGION") { status, _ in status.url },
            Column("VERSION", .identifier) { status, _ in status.version.text },
            Column("SOURCES") { status, _ in
                status.sources.map(\.source.url).joined(separator: " ")
            },
            Column("IMAGES", .identifier) { status, _ in status.imagesText },
            Column("IMPORT", .identifier) { status, _ in status.importText },
            Column("NOTICES", .number) { status, _ in "\(status.notices.count)" },
        ],
        page: { status, _ in StatusPage(status: status).text })

    /// Whether everything selected is there and complete, and no notice stands against it.
    var isReady: Bool { missing.isEmpty && images.allSatisfy(\.complete) && notices.isEmpty }

    var imagesText: String {
        "\(images.count { $0.complete })/\(images.count) complete"
            + (missing.isEmpty ? "" : ", \(missing.count) missing")
    }

    var importText: String {
        importing ? "running" : (autoImport ? "idle, hourly" : "idle, not automatic")
    }
}

extension RegionStatus.Source {
    fileprivate var json: JSONValue {
        [
            "id": .integer(source.id), "url": .string(source.url),
            "selections": .strings(
                selections.map { "\($0.os)/\($0.release):\($0.arches.joined(separator: ","))" }),
        ]
    }
}
