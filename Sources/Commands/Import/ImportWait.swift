package import ArgumentParser
internal import MAAS
internal import Workflows

/// `import wait`: waits until a region's images are there.
package struct ImportWait: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "wait",
        abstract: "Wait until every selected image is there; fail when it will not come.",
        discussion: Examples.text([
            ("maas-boot import wait --timeout 30m", "exit 0 when ready, 8 when time is up"),
            (
                "maas-boot import wait --stall-timeout 5m --progress json",
                "exit 5 when nothing moves for five minutes; progress as JSON lines"
            ),
        ]))

    @OptionGroup package var waiting: WaitOptions
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(ImportReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let session = try await region.session()
            let baseline = try await ImportBaseline.take(session)
            let outcome = try await ImportWaiting(
                options: waiting, context: context,
                reading: StreamConnections(connection.logging, in: context).reading,
                label: connection.namesSeveral ? region.name : nil
            ).wait(session, baseline, expectsImport: false)
            var report = ImportReport(message: "", importing: false)
            report.take(outcome)
            return [report]
        }
    }
}
