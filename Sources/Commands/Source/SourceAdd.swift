package import ArgumentParser
internal import MAAS
internal import Workflows

/// `source add`: adds a boot source to a region.
package struct SourceAdd: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a boot source.",
        discussion: Examples.text([
            (
                "maas-boot source add http://mirror.example.com/ephemeral-v3/stable/ --keyring auto",
                "a mirror that keeps Canonical's signatures"
            ),
            (
                "maas-boot source add http://mirror.example.com/own/ --keyring site.gpg",
                "a mirror signed with a key of the site's own"
            ),
        ]))

    @Argument(help: "The stream: stable, candidate, or a URL.")
    package var url: String

    @Option(
        help: ArgumentHelp(
            "The keys that sign the stream: auto, a FILE here to upload, or server:PATH.",
            valueName: "keyring"),
        completion: .file())
    package var keyring: KeyringArgument?

    @OptionGroup package var fields: SourceFieldOptions

    @Flag(help: "Order an import afterwards.")
    package var `import` = false

    @Flag(help: "Say what would be done, and do nothing.")
    package var dryRun = false

    @OptionGroup package var trust: TrustOptions
    @OptionGroup package var preflight: PreflightOptions
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func validate() throws {
        try trust.exclude(keyring)
    }

    package func run(in context: Context) async throws {
        let target = try StreamTarget(url)
        let reading = StreamConnections(connection.logging, in: context).reading
        let trusted = try await trust.choice(at: target.url, reading: reading)
        let wish = fields.wish(url: target.url, keyring: try trusted ?? keyring?.choice())
        let printer = try ReportPrinter(SourceReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let sources = try await session.client.bootSources()
            let plan = try SourcePlanner(version: session.version, sources: sources).add(wish)
            return [
                try await SourceChange(
                    session: session, context: region.context, dryRun: dryRun, importing: `import`,
                    waiting: nil,
                    preflight: PreflightCheck(
                        reading: reading, mode: preflight.mode)
                ).perform(plan, among: sources)
            ]
        }
    }
}
