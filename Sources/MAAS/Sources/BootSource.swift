package import FoundationEssentials

/// Where a region gets boot images from.
package struct BootSource: Sendable, Equatable, Decodable {
    package let id: Int
    package let url: String
    /// A path on the region's own machines; empty when unset.
    package let keyringFilename: String
    package let keyringData: KeyringData
    package let created: Timestamp?
    package let updated: Timestamp?
    package let resourceURI: String?
    /// What 3.8 adds; nil before.
    package var management: Management?

    /// The fields that regions have from 3.8 on.
    package struct Management: Sendable, Equatable {
        package let name: String
        /// Higher wins where two sources offer the same image. Unique.
        package var priority: Int
        package let enabled: Bool
        package let skipKeyringVerification: Bool
    }

    /// A keyring stored in the region's database.
    package enum KeyringData: Sendable, Equatable {
        case none
        case bytes(Data)
        /// Stored, but the region does not give it back readably (`<memory at 0x…>` from old ones),
        /// so it cannot be sent again.
        case unreadable
    }

    private enum CodingKeys: String, CodingKey {
        case id, url, created, updated, name, priority, enabled
        case keyringFilename = "keyring_filename"
        case keyringData = "keyring_data"
        case resourceURI = "resource_uri"
        case skipKeyringVerification = "skip_keyring_verification"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Int.self, forKey: .id)
        url = try container.decode(String.self, forKey: .url)
        keyringFilename =
            try container.decodeIfPresent(String.self, forKey: .keyringFilename) ?? ""
        keyringData = KeyringData(
            try container.decodeIfPresent(String.self, forKey: .keyringData) ?? "")
        created = try container.decodeIfPresent(Timestamp.self, forKey: .created)
        updated = try container.decodeIfPresent(Timestamp.self, forKey: .updated)
        resourceURI = try container.decodeIfPresent(String.self, forKey: .resourceURI)
        management = try container.decodeIfPresent(Int.self, forKey: .priority).map { priority in
            Management(
                name: try container.decode(String.self, forKey: .name), priority: priority,
                enabled: try container.decode(Bool.self, forKey: .enabled),
                skipKeyringVerification: try container.decode(
                    Bool.self, forKey: .skipKeyringVerification))
        }
    }
}

extension BootSource.KeyringData {
    /// - Parameter text: what the region sends: base64, or empty.
    init(_ text: String) {
        guard !text.isEmpty else {
            self = .none
            return
        }
        let stripped = text.filter { !$0.isWhitespace }
        self = Data(base64Encoded: stripped).map { .bytes($0) } ?? .unreadable
    }
}
