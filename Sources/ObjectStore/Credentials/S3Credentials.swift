package import FoundationEssentials

/// The keys that requests to an object store are signed with.
package struct S3Credentials: Sendable, Equatable {
    /// The public half.
    package let accessKey: String
    /// The secret half.
    package let secretKey: String
    /// What temporary keys come with.
    package let sessionToken: String?
    /// When they stop working; nil for keys that last.
    package let expiration: Date?

    /// Keys.
    package init(
        accessKey: String, secretKey: String, sessionToken: String? = nil,
        expiration: Date? = nil
    ) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }

    /// What no output may show.
    package var secrets: [String] { [secretKey] + (sessionToken.map { [$0] } ?? []) }
}

extension S3Credentials: CustomStringConvertible, CustomDebugStringConvertible {
    /// Without the secrets, wherever it may be printed.
    package var description: String { "access key \(accessKey)" }
    package var debugDescription: String { description }
}
