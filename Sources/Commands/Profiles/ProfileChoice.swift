/// Decides which regions a command talks to.
///
/// The order: `--url` or `--profile`; then `MAAS_URL` with a key; then `MAAS_PROFILE`; then the
/// profile in use; then the only profile there is.
package enum ProfileChoice {
    /// What the command line says.
    package struct Flags: Sendable, Equatable {
        package var profiles: [String]
        package var all: Bool
        package var url: String?
        package var apiKeyFile: String?

        package init(
            profiles: [String] = [], all: Bool = false, url: String? = nil,
            apiKeyFile: String? = nil
        ) {
            self.profiles = profiles
            self.all = all
            self.url = url
            self.apiKeyFile = apiKeyFile
        }
    }

    /// What it comes to.
    package enum Decision: Sendable, Equatable {
        /// These profiles; never none.
        case profiles([Profile])
        /// A region without a profile.
        case region(RegionAddress, KeySource)
    }

    /// Where the API key of a region without a profile comes from.
    package enum KeySource: Sendable, Equatable {
        case file(path: String)
        /// This environment variable.
        case variable(EnvironmentVariable)
    }

    /// Reads no more than it needs of the stores. Throws a failure that says what to do.
    package static func resolve(
        _ flags: Flags, environment: [String: String], sources: ProfileSources
    ) throws -> Decision {
        try check(flags)
        let named = NamedProfiles(sources: sources)
        if flags.all { return .profiles(try named.all()) }
        if !flags.profiles.isEmpty { return .profiles(try named.profiles(flags.profiles)) }
        if let region = try DirectRegion.resolve(flags, environment: environment) { return region }
        if let name = environment[.maasProfile] { return .profiles(try named.profiles([name])) }
        return .profiles([try named.usual()])
    }

    private static func check(_ flags: Flags) throws(Failure) {
        let ways = [
            ("--all-profiles", flags.all), ("--profile", !flags.profiles.isEmpty),
            ("--url", flags.url != nil),
        ].filter(\.1).map(\.0)
        guard ways.count <= 1 else {
            throw Failure(
                .usage, "\(ways.joined(separator: " and ")) exclude each other",
                hint: "keep one of them")
        }
        if flags.apiKeyFile != nil, flags.all || !flags.profiles.isEmpty {
            throw Failure(
                .usage, "--api-key-file has no use with profiles, which hold their own keys",
                hint: "use it with --url, or leave it out")
        }
    }
}
