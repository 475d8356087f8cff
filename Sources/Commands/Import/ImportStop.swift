package import ArgumentParser
internal import MAAS
internal import Workflows

/// `import stop`: has a region stop importing.
package struct ImportStop: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Have a region stop importing.",
        discussion: Examples.text([
            ("maas-boot import stop", "returns once the region has stopped"),
            ("maas-boot import stop --timeout 2m", "give it more time for that"),
        ]))

    @Option(
        help: ArgumentHelp("How long the region may take to stop.", valueName: "time"))
    package var timeout = TypedDuration(.seconds(60))

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(ImportReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            guard try await region.client.isImporting() else {
                return [ImportReport(message: "no import runs; unchanged", importing: false)]
            }
            try await region.client.stopImport()
            try await ImportStopping(client: region.client, clock: ContextClock(context)).wait(
                atMost: timeout.duration)
            return [ImportReport(changed: true, message: "import stopped", importing: false)]
        }
    }
}
