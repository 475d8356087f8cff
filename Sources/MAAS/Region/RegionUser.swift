internal import Transport

/// Who an API key belongs to.
package struct RegionUser: Sendable, Equatable, Decodable {
    package let username: String
    package let email: String
    /// False for users of an external identity provider.
    package let isLocal: Bool
    /// Up to 3.7 only these may read and change boot sources; 3.8 asks for group permissions.
    package let isSuperuser: Bool

    private enum CodingKeys: String, CodingKey {
        case username, email
        case isLocal = "is_local"
        case isSuperuser = "is_superuser"
    }
}

extension RegionClient {
    /// The user the key belongs to; the cheapest check of a key.
    package func whoami() async throws(RegionError) -> RegionUser {
        try await read("check the API key", "users/", query: [.init("op", "whoami")])
    }
}
