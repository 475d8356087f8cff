internal import FoundationEssentials
internal import MAAS

extension BootSource {
    /// A boot source as programs and people see it.
    static let listing = Listing<BootSource>(
        plural: "boot sources",
        fields: [
            Field("id") { .integer($0.id) },
            Field("url") { .string($0.url) },
            Field("keyring_filename") { .string($0.keyringFilename) },
            Field("keyring_data") { .string($0.encodedKeyring) },
            Field("created") { .string(orNull: $0.created?.text) },
            Field("updated") { .string(orNull: $0.updated?.text) },
            Field("name") { .string(orNull: $0.management?.name) },
            Field("priority") { .integer(orNull: $0.management?.priority) },
            Field("enabled") { $0.management.map { .bool($0.enabled) } ?? .null },
            Field("skip_keyring_verification") {
                $0.management.map { .bool($0.skipKeyringVerification) } ?? .null
            },
            Field("resource_uri") { .string(orNull: $0.resourceURI) },
        ],
        columns: [
            Column("ID", .number) { source, _ in "\(source.id)" },
            Column("NAME", onlyWhenWide: true) { source, _ in source.management?.name ?? "" },
            Column("URL") { source, _ in source.url },
            Column("KEYRING", .aside) { source, _ in source.keyringText },
            Column("PRIORITY", .number, onlyWhenWide: true) { source, _ in
                source.management.map { "\($0.priority)" } ?? ""
            },
            Column("ENABLED", .identifier, onlyWhenWide: true) { source, presentation in
                source.management.map { presentation.truth($0.enabled) } ?? ""
            },
            Column("UPDATED", .identifier) { source, presentation in
                source.updated?.shown(presentation) ?? ""
            },
        ])

    /// The stored keyring as MAAS shows it: base64, or empty.
    private var encodedKeyring: String {
        guard case .bytes(let bytes) = keyringData else { return "" }
        return bytes.base64EncodedString()
    }

    /// Where the keys are, for people.
    var keyringText: String {
        switch keyringData {
        case .none where management?.skipKeyringVerification == true: "not verified"
        case .none: keyringFilename.isEmpty ? "none" : keyringFilename
        case .bytes(let bytes): "stored in the region (\(bytes.count) bytes)"
        case .unreadable: "stored in the region (unreadable)"
        }
    }
}

extension Timestamp {
    /// Relative on a terminal where the instant is known; else the region's own text.
    func shown(_ presentation: Presentation) -> String {
        instant.map(presentation.time) ?? text
    }
}
