internal import Transport

/// One image a region holds or is fetching: an operating system release for an architecture and
/// kernel, or a boot loader.
package struct BootResource: Sendable, Equatable, Decodable {
    package let id: Int
    /// `Synced`, `Uploaded`, or `Generated` (up to 3.4).
    package let type: String
    /// `ubuntu/noble`; for boot loaders `grub-efi-signed/uefi`.
    package let name: String
    /// `amd64/ga-24.04`.
    package let architecture: String
    package let title: String?
    package let subarches: String?
    package let kflavor: String?
    package let baseImage: String?
    package let lastDeployed: Timestamp?
    package let resourceURI: String?
    /// The versions held, newest first by version; nil in a listing, which has none.
    package let sets: [BootResourceSet]?

    private enum CodingKeys: String, CodingKey {
        case id, type, name, architecture, title, subarches, kflavor, sets
        case baseImage = "base_image"
        case lastDeployed = "last_deployed"
        case resourceURI = "resource_uri"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Int.self, forKey: .id)
        type = try container.decode(String.self, forKey: .type)
        name = try container.decode(String.self, forKey: .name)
        architecture = try container.decode(String.self, forKey: .architecture)
        title = try container.decodeIfPresent(String.self, forKey: .title)
        subarches = try container.decodeIfPresent(String.self, forKey: .subarches)
        kflavor = try container.decodeIfPresent(String.self, forKey: .kflavor)
        baseImage = try container.decodeIfPresent(String.self, forKey: .baseImage)
        lastDeployed = try container.decodeIfPresent(Timestamp.self, forKey: .lastDeployed)
        resourceURI = try container.decodeIfPresent(String.self, forKey: .resourceURI)
        sets = try container.decodeIfPresent([String: BootResourceSet].self, forKey: .sets)?
            .values.sorted { VersionOrder.isNewer($0.version, than: $1.version) }
    }

    /// The version that counts: the newest.
    package var newestSet: BootResourceSet? { sets?.first }

    /// `amd64` of `amd64/ga-24.04`.
    package var arch: String { String(architecture.prefix { $0 != "/" }) }

    /// `ga-24.04` of `amd64/ga-24.04`.
    package var subarch: String {
        String(architecture.drop { $0 != "/" }.dropFirst())
    }

    /// `ubuntu` of `ubuntu/noble`.
    package var os: String { String(name.prefix { $0 != "/" }) }

    /// `noble` of `ubuntu/noble`.
    package var release: String { String(name.drop { $0 != "/" }.dropFirst()) }

    /// Whether this is one of the boot loaders, which no selection names.
    package var isBootloader: Bool {
        ["grub-efi", "grub-efi-signed", "grub-ieee1275", "pxelinux", "bootloader"].contains(os)
    }
}

/// One version of a resource.
package struct BootResourceSet: Sendable, Equatable, Decodable {
    package let version: String
    package let label: String
    /// Bytes of all its files.
    package let size: Int
    /// From 3.5 on true only when every region controller holds every file.
    package let complete: Bool
    /// Percent; absent when complete.
    package let progress: Double?
    package let files: [String: BootResourceFile]

    /// Bytes that have arrived, as far as the region says.
    package var arrivedBytes: Double {
        complete ? Double(size) : Double(size) * min(100, max(0, progress ?? 0)) / 100
    }
}

/// One file of a set.
package struct BootResourceFile: Sendable, Equatable, Decodable {
    package let filename: String
    package let filetype: String
    package let sha256: String
    package let size: Int
    package let complete: Bool
    /// Percent from 3.5 on; up to 3.4 a meaningless ratio.
    package let progress: Double?
}

extension RegionClient {
    /// All images, without their sets, by name and architecture.
    package func bootResources() async throws(RegionError) -> [BootResource] {
        let resources: [BootResource] = try await read("list images", "boot-resources/")
        return resources.sorted {
            ($0.name, $0.architecture, $0.id) < ($1.name, $1.architecture, $1.id)
        }
    }

    /// One image with its sets and files.
    package func bootResource(_ id: Int) async throws(RegionError) -> BootResource {
        try await read("read image \(id)", "boot-resources/\(id)/")
    }

    /// Deletes an image. A synced one returns with the next import unless its selection goes too.
    ///
    /// Regions answer 500 for an unknown id (3.3 to 3.8); that is told as not found.
    package func deleteBootResource(_ id: Int) async throws(RegionError) {
        do {
            try await perform("remove image \(id)", .delete, "boot-resources/\(id)/")
        } catch {
            guard case .failed(_, let text) = error.reason, text.contains("does not exist") else {
                throw error
            }
            throw RegionError(doing: error.operation, region: url, .notFound(text: text))
        }
    }
}
