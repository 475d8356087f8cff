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

    /// Keys as a person or a service wrote them: blanks around them are cut off.
    ///
    /// They go out as values of HTTP headers, so one with a blank or a line break inside, which no
    /// store gives out, would write headers of its own. The error names the value's name only.
    package static func checked(
        access: (name: String, value: String), secret: (name: String, value: String),
        token: (name: String, value: String)? = nil, expiration: Date? = nil
    ) throws(S3SettingsError) -> S3Credentials {
        S3Credentials(
            accessKey: try plain(access), secretKey: try plain(secret),
            sessionToken: try token.map(plain), expiration: expiration)
    }

    private static func plain(
        _ key: (name: String, value: String)
    ) throws(S3SettingsError) -> String {
        let value = String(key.value[...].trimmed)
        guard !value.isEmpty, value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw S3SettingsError(
                "\(key.name) \(value.isEmpty ? "is empty" : "holds a character that no key has")",
                hint: "copy it once more, whole, without quotation marks or line breaks")
        }
        return value
    }

    /// What no output may show.
    package var secrets: [String] { [secretKey] + (sessionToken.map { [$0] } ?? []) }
}

extension S3Credentials: CustomStringConvertible, CustomDebugStringConvertible {
    /// Without the secrets, wherever it may be printed.
    package var description: String { "access key \(accessKey)" }
    package var debugDescription: String { description }
}
