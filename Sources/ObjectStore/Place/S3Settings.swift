internal import Transport

/// What a person says of an object store, on the command line, in the environment or in a profile.
package struct S3Settings: Sendable, Equatable {
    /// The store's address; AWS where nobody says one.
    package var endpoint: String?
    /// The region.
    package var region: String?
    /// Where the bucket's name stands in addresses.
    package var style: S3Service.Style?
    /// The profile whose keys and settings are used.
    package var profile: String?
    /// A file of certificates to trust in place of the system's.
    package var authorities: String?

    /// Nothing said.
    package init(
        endpoint: String? = nil, region: String? = nil, style: S3Service.Style? = nil,
        profile: String? = nil, authorities: String? = nil
    ) {
        self.endpoint = endpoint
        self.region = region
        self.style = style
        self.profile = profile
        self.authorities = authorities
    }

    /// What was said, completed by the usual variables, and those by the profile.
    package func completed(
        by environment: [String: String], _ files: ProfileFiles
    ) -> S3Settings {
        func variable(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        let name = profile ?? variable("AWS_PROFILE")
        let values = files.values(of: name ?? ProfileFiles.usualName)
        return S3Settings(
            endpoint: endpoint ?? variable("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
                ?? values["s3.endpoint_url"] ?? values["endpoint_url"],
            region: region ?? variable("AWS_REGION", "AWS_DEFAULT_REGION") ?? values["region"],
            style: style ?? Self.style(of: values["s3.addressing_style"]), profile: name,
            authorities: authorities ?? variable("AWS_CA_BUNDLE") ?? values["ca_bundle"])
    }

    /// The store that is meant.
    package func service(for bucket: String) throws(S3SettingsError) -> S3Service {
        if let region, !Self.isRegion(region) {
            throw S3SettingsError(
                "a region has letters, digits, hyphens and underscores only", received: region,
                hint: "give --s3-region, or AWS_REGION, as the store calls it: eu-central-1")
        }
        guard let endpoint else { return try amazon(for: bucket) }
        guard let address = Address(endpoint), ["http", "https"].contains(address.scheme),
            !address.authority.isEmpty, address.userInfo == nil, address.tail.isEmpty,
            address.path.isEmpty || address.path == "/"
        else {
            throw S3SettingsError(
                "the object store's address is none", received: Address.shown(endpoint),
                hint: "give scheme, host and port only, for example https://s3.example.com:9000")
        }
        return S3Service(
            endpoint: address.origin, region: region ?? "us-east-1", style: style ?? .path)
    }

    /// Names with dots do not fit the certificate of `*.s3.REGION.amazonaws.com`.
    private func amazon(for bucket: String) throws(S3SettingsError) -> S3Service {
        guard let region else {
            throw S3SettingsError(
                "neither the object store's address nor its region is known",
                hint: "give --s3-endpoint URL (Ceph, MinIO, …), or --s3-region for AWS, or set "
                    + "AWS_ENDPOINT_URL_S3 or AWS_REGION")
        }
        let domain = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
        return S3Service(
            endpoint: "https://s3.\(region).\(domain)", region: region,
            style: style ?? (bucket.contains(".") ? .path : .host))
    }

    /// It becomes part of a host's name and of every signature.
    private static func isRegion(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
            }
    }

    private static func style(of text: String?) -> S3Service.Style? {
        switch text {
        case "path": .path
        case "virtual": .host
        default: nil
        }
    }
}

/// Why an object store cannot be used as it is described.
package struct S3SettingsError: Error, Hashable, Sendable {
    /// What is wrong.
    package let detail: String
    /// What was given, as it may be shown.
    package let received: String?
    /// What to do.
    package let hint: String?

    init(_ detail: String, received: String? = nil, hint: String? = nil) {
        self.detail = detail
        self.received = received
        self.hint = hint
    }
}
