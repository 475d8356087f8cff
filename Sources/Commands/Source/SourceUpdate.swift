package import ArgumentParser
internal import MAAS
internal import Workflows

/// `source update`: changes a boot source in place.
package struct SourceUpdate: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a boot source; its selections stay.",
        discussion: Examples.text([
            ("maas-boot source update 1 --keyring site.gpg", "put a keyring into the region"),
            ("maas-boot source update mirror --priority 10", "let it win over others (MAAS 3.8)"),
        ]),
        aliases: ["set"])

    @Argument(
        help: "The source: its id, its URL or a part of it, its name (MAAS 3.8), or a stream.",
        completion: Completions.sources)
    package var source: String

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            "The new address: stable, candidate, or a URL.", valueName: "address"))
    package var target: String?

    @Option(
        help: ArgumentHelp(
            "The keys that sign the stream: auto, a FILE here to upload, or server:PATH.",
            valueName: "keyring"),
        completion: .file())
    package var keyring: KeyringArgument?

    @OptionGroup package var fields: SourceFieldOptions

    @Flag(
        inversion: .prefixedNo,
        help: "Order an import afterwards (by default not; `use` does).")
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
        if target == nil, keyring == nil, trust.trust == nil, fields.isEmpty {
            throw ValidationError(
                "There is nothing to change. Give --to, --keyring, --name, --priority, "
                    + "--enable-source, --disable-source or --skip-keyring-verification; --url "
                    + "names the region, not the source's new address.")
        }
    }

    package func run(in context: Context) async throws {
        let url = try target.map { try StreamTarget($0).url }
        let reading = StreamConnections(connection.logging, in: context).reading
        let keyring = try keyring?.choice()
        let printer = try ReportPrinter(SourceReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let sources = try await session.client.bootSources()
            let chosen = try SourceReference(source).resolve(in: sources)
            let trusted = try await trust.choice(at: url ?? chosen.url, reading: reading)
            let wish = fields.wish(url: url, keyring: trusted ?? keyring)
            let plan = try SourcePlanner(version: session.version, sources: sources).update(
                chosen, wish)
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
