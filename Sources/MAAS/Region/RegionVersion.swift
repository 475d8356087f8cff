package import FoundationEssentials
internal import Transport

/// A region's version and what follows from it.
package struct RegionVersion: Sendable, Equatable, Decodable {
    /// The version as the region writes it: `3.7.3`, `3.8.0~alpha1`.
    package let text: String
    package let major: Int
    package let minor: Int
    package let patch: Int
    /// What the region says it can do; names like `networks-management`.
    package let capabilities: [String]

    package init(_ text: String, capabilities: [String] = []) {
        self.text = text
        self.capabilities = capabilities
        let release = text.prefix { ("0"..."9").contains($0) || $0 == "." }
        let numbers = release.split(separator: ".", omittingEmptySubsequences: false)
            .map { Int($0) ?? 0 }
        major = numbers.first ?? 0
        minor = numbers.dropFirst().first ?? 0
        patch = numbers.dropFirst(2).first ?? 0
    }

    private enum CodingKeys: String, CodingKey {
        case version, capabilities
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(String.self, forKey: .version),
            capabilities: try container.decodeIfPresent([String].self, forKey: .capabilities) ?? [])
    }

    /// Whether the version is at least that one.
    package func isAtLeast(_ major: Int, _ minor: Int) -> Bool {
        (self.major, self.minor) >= (major, minor)
    }

    /// 3.8 and later: sources have a name, a priority and an on/off switch, selections are kept
    /// per architecture, and a second import kills the first.
    package var hasSourcePriorities: Bool { isAtLeast(3, 8) }

    /// 3.5 and later: regions hold the images and rack controllers only cache them.
    package var keepsImagesOnRegions: Bool { isAtLeast(3, 5) }
}

extension RegionClient {
    /// The region's version. Needs no key.
    package func version() async throws(RegionError) -> RegionVersion {
        try await read("read the region's version", "version/")
    }

    /// The region's clock as its Date header shows it, to the second. Needs no key. Nil when the
    /// header is missing or unreadable.
    package func serverTime() async throws(RegionError) -> Date? {
        let response = try await perform("read the region's clock", .get, "version/")
        return response.headers.value(of: "Date").flatMap(HTTPDate.parse)
    }
}
