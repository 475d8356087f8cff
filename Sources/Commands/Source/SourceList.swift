package import ArgumentParser
internal import MAAS

/// `source list`: all boot sources of the regions.
package struct SourceList: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List boot sources.",
        discussion: Examples.text([
            ("maas-boot source list", "the sources of the usual region"),
            ("maas-boot source list --all-profiles --json profile,url", "all regions, as JSON"),
        ]),
        aliases: ["ls"])

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(BootSource.listing, .list, output, connection, in: context)
        let memory = SourceMemory(context.directories)
        try await RegionRun(connection, in: context).printing(printer) { region in
            let sources = try await region.client.bootSources()
            memory.remember(sources.map(RememberedSource.init), of: region.client.url)
            return sources
        }
    }
}
