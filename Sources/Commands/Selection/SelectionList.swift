package import ArgumentParser
internal import MAAS

/// `selection list`: what the regions take from their sources.
package struct SelectionList: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List selections.",
        discussion: Examples.text([
            ("maas-boot selection list", "those of all sources"),
            ("maas-boot selection list --source 1 --json os,release,arches", "of one, as JSON"),
        ]),
        aliases: ["ls"])

    @OptionGroup package var source: SourceOption
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(
            SelectionRow.listing, .list, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [source] region in
            var rows: [SelectionRow] = []
            for source in try source.all(in: try await region.client.bootSources()) {
                rows += try await region.client.selections(of: source.id)
                    .map { SelectionRow(selection: $0, sourceURL: source.url) }
            }
            return rows
        }
    }
}
