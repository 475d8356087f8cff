internal import MAAS

/// Looks whether a region has an image, before a setting names its release: regions refuse a release
/// that machines could not boot.
struct ReleaseCheck {
    private let client: RegionClient

    init(_ client: RegionClient) {
        self.client = client
    }

    /// Whether there is a complete set of the image of that name, such as `ubuntu/noble`.
    func isThere(_ name: String) async throws -> Bool {
        try await ImageReading(client).all { $0.name == name }.contains { image in
            image.sets?.contains(where: \.complete) == true
        }
    }
}
