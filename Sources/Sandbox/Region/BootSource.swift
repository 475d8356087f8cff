internal import FoundationEssentials

/// A boot source of the region.
package struct BootSource: Sendable, Codable, Equatable {
    package var id: Int
    package var url: String
    package var keyringFilename: String
    package var keyringData: [UInt8]
    /// Seconds since the epoch.
    package var created: Double
    package var updated: Double
    /// 3.8 only, as the three below.
    package var name: String
    package var priority: Int
    package var enabled: Bool
    package var skipKeyringVerification: Bool

    package init(
        id: Int, url: String, keyringFilename: String = "", keyringData: [UInt8] = [],
        created: Double = 0, name: String? = nil, priority: Int = 1, enabled: Bool = true,
        skipKeyringVerification: Bool = false
    ) {
        self.id = id
        self.url = url
        self.keyringFilename = keyringFilename
        self.keyringData = keyringData
        self.created = created
        updated = created
        self.name = name ?? url
        self.priority = priority
        self.enabled = enabled
        self.skipKeyringVerification = skipKeyringVerification
    }

    /// What the API shows of it.
    func json(_ flavour: MAASFlavour) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("created", .string(Self.timeText(created, flavour))),
            .init("updated", .string(Self.timeText(updated, flavour))),
        ]
        if flavour.hasSourcePriorities { members.append(.init("name", .string(name))) }
        members += [
            .init("url", .string(url)),
            .init("keyring_filename", .string(keyringFilename)),
            .init("keyring_data", .string(Data(keyringData).base64EncodedString())),
        ]
        if flavour.hasSourcePriorities {
            members += [
                .init("priority", .int(priority)),
                .init("skip_keyring_verification", .bool(skipKeyringVerification)),
                .init("enabled", .bool(enabled)),
            ]
        }
        members += [
            .init("id", .int(id)),
            .init("resource_uri", .string("/MAAS/api/2.0/boot-sources/\(id)/")),
        ]
        return .object(members)
    }

    private static func timeText(_ time: Double, _ flavour: MAASFlavour) -> String {
        CivilTime(secondsSinceEpoch: time).isoText + (flavour.zonesTimestamps ? "Z" : "")
    }
}
