package import ArgumentParser
internal import MAAS
internal import SimpleStreams
internal import Workflows

/// `import status`: where a region's import stands.
package struct ImportStatus: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say where a region's import stands.",
        discussion: Examples.text([
            ("maas-boot import status", "in a sentence"),
            ("maas-boot import status --json importing,ready,missing", "for a script"),
        ]))

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(ImportReport.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { region in
            let status = try await RegionStatus.read(try await region.session())
            return [ImportReport(status)]
        }
    }
}

extension ImportReport {
    /// The report of a region as it is.
    init(_ status: RegionStatus) {
        let fetching = status.images.filter { !$0.complete }
        let lead = status.importing ? "importing" : "no import runs"
        let rest =
            if !fetching.isEmpty {
                "incomplete: "
                    + fetching.map { "\($0.name) \($0.arch)/\($0.subarch) \($0.percent) %" }
                    .joined(separator: ", ")
            } else if !status.missing.isEmpty {
                "missing: " + status.missing.map(\.name).joined(separator: ", ")
            } else {
                "\(Counted.text(status.images.count, "image")), all complete"
            }
        self.init(
            message: "\(lead); \(rest)", importing: status.importing, images: status.images,
            missing: status.missing, notices: status.notices)
    }
}
