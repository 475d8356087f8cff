package import ArgumentParser
internal import Transport

/// The options that say which regions a command talks to, and how.
package struct ConnectionOptions: ParsableArguments {
    @Option(
        name: [.customShort("p"), .customLong("profile")],
        help: ArgumentHelp("Talk to this profile's region; may be repeated.", valueName: "name"),
        completion: Completions.profiles)
    package var profiles: [String] = []

    @Flag(help: "Talk to the regions of all profiles at once.")
    package var allProfiles = false

    @Option(
        help: ArgumentHelp(
            "Talk to the region at this URL, without a profile.", valueName: "url"))
    package var url: String?

    @Option(
        help: ArgumentHelp(
            "Read the API key for --url from this file.", valueName: "file"),
        completion: .file())
    package var apiKeyFile: String?

    @Option(
        help: ArgumentHelp(
            "Trust the certificate authority in this PEM file.", valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    package var caFile: String?

    @Flag(help: "Do not check the region's certificate.")
    package var insecure = false

    @Option(
        name: .customLong("oauth-signature"),
        help: ArgumentHelp(
            "How to sign requests: auto, hmac-sha1 or plaintext.", valueName: "method"))
    package var signature: OAuthSignatureChoice = .auto

    @Option(
        help: ArgumentHelp("Give up connecting after this time.", valueName: "time"))
    package var connectTimeout = TypedDuration(.seconds(10))

    @Option(
        help: ArgumentHelp("Give up waiting for one answer after this time.", valueName: "time"))
    package var requestTimeout = TypedDuration(.seconds(120))

    @OptionGroup package var logging: LogOptions

    package init() {}

    package func validate() throws {
        if insecure, caFile != nil {
            throw ValidationError("--insecure and --ca-file exclude each other; keep one of them.")
        }
    }

    /// Whether more than one region may be meant, so that results carry the profile's name.
    package var namesSeveral: Bool { allProfiles || profiles.count > 1 }

    /// The regions the options and the environment mean; never none.
    ///
    /// The keys of all of them are secrets of the run from here on. Says aloud when a certificate
    /// goes unchecked. Throws a failure that says what to do.
    package func targets(in context: Context) throws -> [RegionTarget] {
        let flags = ProfileChoice.Flags(
            profiles: profiles, all: allProfiles, url: url, apiKeyFile: apiKeyFile)
        let decision = try ProfileChoice.resolve(
            flags, environment: context.environment, sources: ProfileSources(in: context))
        let targets = try TargetMaker(options: self, context: context).targets(decision)
        for target in targets where target.insecure {
            context.warn("the certificate of \(target.address.authority) is not checked")
        }
        return targets
    }
}
