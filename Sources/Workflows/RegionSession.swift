package import MAAS

/// A region and what was learned about it once.
package struct RegionSession: Sendable {
    package let client: RegionClient
    package let version: RegionVersion

    package init(client: RegionClient, version: RegionVersion) {
        self.client = client
        self.version = version
    }

    /// Asks the region for its version.
    package static func open(_ client: RegionClient) async throws(RegionError) -> RegionSession {
        RegionSession(client: client, version: try await client.version())
    }
}
