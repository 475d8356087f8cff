package import ArgumentParser
internal import MAAS
internal import Transport

/// `login`: checks an API key with its region and keeps both under a name.
package struct Login: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Check an API key and keep it with its region under a name.",
        discussion:
            "The key comes from standard input, from a prompt that does not show it, or from "
            + "a file: never from the command line, where every user of the machine could see "
            + "it.\n\n"
            + Examples.text([
                ("maas-boot login prod http://maas.example.com:5240/MAAS", "asks for the key"),
                (
                    "sudo maas apikey --username admin | maas-boot login prod "
                        + "http://localhost:5240/MAAS", "takes it from a pipe"
                ),
            ]))

    @Argument(help: "The profile's name.")
    package var profile: String

    @Argument(help: "The region's URL, for example http://HOST:5240/MAAS.")
    package var url: String

    @Option(
        help: ArgumentHelp("Read the API key from this file.", valueName: "file"),
        completion: .file())
    package var apiKeyFile: String?

    @Option(
        help: ArgumentHelp(
            "Trust the certificate authority in this PEM file, now and later.", valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    package var caFile: String?

    @Flag(help: "Do not check the region's certificate, now and later.")
    package var insecure = false

    @Option(
        name: .customLong("oauth-signature"),
        help: ArgumentHelp(
            "How to sign the check: auto, hmac-sha1 or plaintext.", valueName: "method"))
    package var signature: OAuthSignatureChoice = .auto

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var logging: LogOptions

    package init() {}

    package func validate() throws {
        if insecure, caFile != nil {
            throw ValidationError("--insecure and --ca-file exclude each other; keep one of them.")
        }
    }

    package func run(in context: Context) async throws {
        try ProfileName.check(profile)
        let printer = try Printer(
            ProfileRow.listing.asChange(), output.request, in: context)
        let address = try RegionAddress(parsing: url)
        let new = Profile(
            name: profile, address: address, apiKey: try await key(in: context),
            authority: try caFile.map { try CertificateFile.authority(at: $0) },
            insecure: insecure)
        if insecure { context.warn("the certificate of \(address.authority) is not checked") }
        let user = try await check(new, in: context)
        let store = ProfileStore(directory: context.directories.configuration)
        let changed = try store.update { profiles in
            let before = profiles
            profiles.put(new)
            profiles.current = profiles.current ?? new.name
            return profiles != before
        }
        let role = user.isSuperuser ? "" : ", who is not an administrator"
        try printer.print(
            one: Change(
                changed: changed,
                message: "logged in to \(address.base) as \(user.username)\(role); profile "
                    + "\(profile) \(changed ? "saved" : "unchanged")",
                value: ProfileRow(new, current: try store.load().current)))
    }

    private func key(in context: Context) async throws -> APIKey {
        let reading = APIKeyReading(in: context)
        if let apiKeyFile { return try reading.key(inFile: apiKeyFile) }
        if context.terminal.isTerminal(.input) {
            let typed = try await context.terminal.readSecret(prompt: "API key: ")
            return try reading.key(in: typed, from: "the answer")
        }
        return try reading.key(
            in: try await context.standardInput.readAll(limit: 4096), from: "standard input")
    }

    /// Asks the region who the key belongs to, as the official CLI does.
    private func check(_ profile: Profile, in context: Context) async throws -> RegionUser {
        guard let key = profile.apiKey else {
            throw Failure(.notAuthenticated, "there is no API key")
        }
        let dialling = RegionDialling(
            signature: signature, context: context, logger: logging.logger("http", in: context))
        let target = RegionTarget(
            name: profile.name, address: profile.address, apiKey: key,
            authority: profile.authority, insecure: profile.insecure)
        return try await dialling.connection(to: target).client.whoami()
    }
}
