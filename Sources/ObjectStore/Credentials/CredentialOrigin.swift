internal import Transport

/// Where the keys of an object store come from.
package enum CredentialOrigin: Sendable, Equatable {
    /// A token that a role's address asks for.
    package enum Token: Sendable, Equatable {
        case text(String)
        case file(String)
    }

    /// The environment or a profile has them.
    case keys(S3Credentials)
    /// The address that gives a container the keys of its role.
    case container(url: String, token: Token?)
    /// The metadata service of a machine in a cloud, version 2.
    case instance(endpoint: String)
    /// Nowhere: nobody has keys, and the metadata service is not to be asked.
    case nowhere

    /// Decides as AWS's own tools do: a profile that was asked for, the environment, the usual
    /// profile, the role of the container, that of the machine.
    ///
    /// - Parameter profile: the profile that the command line names.
    package static func decide(
        _ environment: [String: String], _ files: ProfileFiles, profile: String? = nil
    ) throws(S3SettingsError) -> CredentialOrigin {
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        if profile == nil, let keys = try keys(of: variable) { return .keys(keys) }
        let name = profile ?? variable("AWS_PROFILE")
        if let keys = try keys(of: name ?? ProfileFiles.usualName, files) { return .keys(keys) }
        if let unread = files.unread {
            throw S3SettingsError(
                "the file that AWS_SHARED_CREDENTIALS_FILE names cannot be read", received: unread,
                hint: "correct the variable, or unset it to use ~/.aws/credentials")
        }
        if let name {
            throw S3SettingsError(
                files.knows(name)
                    ? "the profile has no keys" : "there is no such profile", received: name,
                hint: "look into ~/.aws/credentials and ~/.aws/config")
        }
        if let role = try container(variable) { return role }
        guard variable("AWS_EC2_METADATA_DISABLED")?.lowercased() != "true" else {
            return .nowhere
        }
        return .instance(
            endpoint: variable("AWS_EC2_METADATA_SERVICE_ENDPOINT") ?? "http://169.254.169.254")
    }

    /// The error of nobody having keys.
    static let missing = S3SettingsError(
        "there are no keys for the object store",
        hint: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile of "
            + "~/.aws/credentials with AWS_PROFILE")

    private static func keys(
        of variable: (String) -> String?
    ) throws(S3SettingsError) -> S3Credentials? {
        guard let access = variable("AWS_ACCESS_KEY_ID") else { return nil }
        guard let secret = variable("AWS_SECRET_ACCESS_KEY") else {
            throw S3SettingsError(
                "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not",
                hint: "set both, or neither")
        }
        return try .checked(
            access: ("AWS_ACCESS_KEY_ID", access), secret: ("AWS_SECRET_ACCESS_KEY", secret),
            token: variable("AWS_SESSION_TOKEN").map { ("AWS_SESSION_TOKEN", $0) })
    }

    private static func keys(
        of profile: String, _ files: ProfileFiles
    ) throws(S3SettingsError) -> S3Credentials? {
        let values = files.values(of: profile)
        if let access = values["aws_access_key_id"], let secret = values["aws_secret_access_key"] {
            let place = "of profile \(profile)"
            return try .checked(
                access: ("aws_access_key_id \(place)", access),
                secret: ("aws_secret_access_key \(place)", secret),
                token: values["aws_session_token"].map { ("aws_session_token \(place)", $0) })
        }
        let foreign = ["role_arn", "credential_process", "sso_session", "sso_start_url"]
        guard let unknown = foreign.first(where: { values[$0] != nil }) else { return nil }
        throw S3SettingsError(
            "profile \(profile) gets its keys by \(unknown), which is not supported",
            hint: "let AWS's own tool get them: eval \"$(aws configure export-credentials "
                + "--profile \(profile) --format env)\"")
    }

    /// A token goes over TLS, or to where nobody listens: this machine, or the link-local addresses
    /// that container services use.
    private static func container(
        _ variable: (String) -> String?
    ) throws(S3SettingsError) -> CredentialOrigin? {
        let token =
            variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").map { Token.file($0) }
            ?? variable("AWS_CONTAINER_AUTHORIZATION_TOKEN").map { Token.text($0) }
        if let path = variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
            return .container(url: "http://169.254.170.2\(path)", token: token)
        }
        guard let url = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") else { return nil }
        guard let address = Address(url), address.scheme == "https" || address.isNear else {
            throw S3SettingsError(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI is neither https nor on this machine",
                received: Address.shown(url))
        }
        return .container(url: url, token: token)
    }
}

extension Address {
    fileprivate var isNear: Bool {
        if authority == "[::1]" || authority.hasPrefix("[::1]:") { return true }
        let host = authority.prefix { $0 != ":" }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        let isLoopback =
            numbers.count == 4 && numbers[0] == "127"
            && numbers.allSatisfy { UInt8($0) != nil }
        return host == "localhost" || isLoopback
            || ["169.254.170.2", "169.254.170.23"].contains(host)
    }
}
