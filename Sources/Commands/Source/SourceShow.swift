package import ArgumentParser
internal import MAAS
internal import Workflows

/// `source show`: everything about one boot source.
package struct SourceShow: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one boot source.",
        discussion: Examples.text([
            ("maas-boot source show 1", "by its id"),
            ("maas-boot source show mirror.example.com -o yaml", "by a part of its URL, as YAML"),
        ]))

    @Argument(
        help: "The source: its id, its URL or a part of it, its name (MAAS 3.8), or a stream.",
        completion: Completions.sources)
    package var source: String

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(BootSource.listing, .one, output, connection, in: context)
        let memory = SourceMemory(context.directories)
        try await RegionRun(connection, in: context).printing(printer) { [source] region in
            let sources = try await region.client.bootSources()
            memory.remember(sources.map(RememberedSource.init), of: region.client.url)
            return [try SourceReference(source).resolve(in: sources)]
        }
    }
}
