/// Decides on a region that is named by its URL, by an option or by the environment.
enum DirectRegion {
    /// The region and where its key is; nil when nothing names a URL.
    ///
    /// A URL without a key, or a key without a URL, is a failure rather than passed over: the
    /// command would otherwise reach another region than the one that was meant.
    static func resolve(
        _ flags: ProfileChoice.Flags, environment: [String: String]
    ) throws -> ProfileChoice.Decision? {
        let key = try keySource(flags, environment)
        guard let url = try url(flags, environment) else {
            if let key { throw keyWithoutURL(key) }
            return nil
        }
        guard let key else {
            throw Failure(
                .notAuthenticated, "there is no API key for \(url.base)",
                hint: "set MAAS_API_KEY or MAAS_API_KEY_FILE, or give --api-key-file FILE")
        }
        return .region(url, key)
    }

    private static func url(
        _ flags: ProfileChoice.Flags, _ environment: [String: String]
    ) throws -> RegionAddress? {
        if let url = flags.url { return try RegionAddress(parsing: url) }
        let urls = try [EnvironmentVariable.maasURL, .maasAPIURL].compactMap { environment[$0] }
            .map(RegionAddress.init(parsing:))
        guard Set(urls).count <= 1 else {
            throw Failure(
                .usage, "MAAS_URL and MAAS_API_URL name different regions",
                received: urls.map(\.base).joined(separator: " and "), hint: "unset one of them")
        }
        return urls.first
    }

    private static func keySource(
        _ flags: ProfileChoice.Flags, _ environment: [String: String]
    ) throws(Failure) -> ProfileChoice.KeySource? {
        if let path = flags.apiKeyFile { return .file(path: path) }
        switch (environment[.maasAPIKey], environment[.maasAPIKeyFile]) {
        case (nil, nil): return nil
        case (_?, nil): return .variable(.maasAPIKey)
        case (nil, let path?): return .file(path: path)
        case (_?, _?):
            throw Failure(
                .usage, "MAAS_API_KEY and MAAS_API_KEY_FILE are both set",
                hint: "unset one of them")
        }
    }

    private static func keyWithoutURL(_ key: ProfileChoice.KeySource) -> Failure {
        Failure(
            .usage, "there is an API key but no URL of its region",
            hint: "set MAAS_URL or give --url, or name a profile with --profile")
    }
}
