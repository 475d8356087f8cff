internal import Transport

/// A region or rack controller, as far as images are concerned.
package struct Controller: Sendable, Equatable, Decodable {
    package let systemID: String
    package let hostname: String
    package let version: String?

    private enum CodingKeys: String, CodingKey {
        case hostname, version
        case systemID = "system_id"
    }
}

/// What images a rack controller holds. Meaningful up to 3.4 only: later regions always answer
/// `synced`.
package struct RackImageState: Sendable, Equatable, Decodable {
    package let connected: Bool
    /// `region-importing`, `synced`, `syncing`, `out-of-sync` or `unknown`.
    package let status: String
}

extension RegionClient {
    package func rackControllers() async throws(RegionError) -> [Controller] {
        try await read("list rack controllers", "rackcontrollers/")
    }

    package func regionControllers() async throws(RegionError) -> [Controller] {
        try await read("list region controllers", "regioncontrollers/")
    }

    /// Asks a rack what it holds; the region calls the rack for it, which can take half a minute.
    package func images(ofRack systemID: String) async throws(RegionError) -> RackImageState {
        try await read(
            "ask rack controller \(systemID) for its images", "rackcontrollers/\(systemID)/",
            query: [FormField("op", "list_boot_images")])
    }
}
