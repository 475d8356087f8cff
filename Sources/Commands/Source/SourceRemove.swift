package import ArgumentParser
internal import MAAS
internal import Workflows

/// `source remove`: removes a boot source with its selections.
package struct SourceRemove: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a boot source with its selections.",
        discussion: Examples.text([
            ("maas-boot source remove 3", "by its id"),
            ("maas-boot source remove mirror.example.com --dry-run", "see what would go"),
        ]),
        aliases: ["rm"])

    @Argument(
        help: "The source: its id, its URL or a part of it, its name (MAAS 3.8), or a stream.",
        completion: Completions.sources)
    package var source: String

    @Flag(help: "Remove it even though the commissioning release or the last source goes with it.")
    package var force = false

    @Flag(help: "Say what would be done, and do nothing.")
    package var dryRun = false

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(SourceReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let removal = try await SourceRemoval.plan(
                SourceReference(source), force: force, on: session)
            if let source = removal.source, !dryRun {
                try await removal.carryOut(on: session)
                SourceMemory(context.directories).forget(source.id, of: session.client.url)
            }
            removal.warnings.forEach(context.warn)
            return [
                SourceReport(
                    changed: removal.changesAnything, dryRun: dryRun,
                    message: removal.sentence(dryRun: dryRun), source: removal.source,
                    url: removal.source?.url ?? source, warnings: removal.warnings)
            ]
        }
    }
}
