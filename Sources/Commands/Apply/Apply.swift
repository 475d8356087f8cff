package import ArgumentParser
internal import MAAS
internal import Workflows

/// `apply`: makes regions and mirrors as a document says.
package struct Apply: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Make regions and mirrors as a document says.",
        discussion: Examples.text([
            ("maas-boot apply -f maas.yaml --dry-run", "see what would be done"),
            (
                "maas-boot apply -f maas.yaml --wait --timeout 1h",
                "wait for the images, and make their releases the defaults then"
            ),
            ("maas-boot apply -f maas.yaml --prune", "remove what the document does not name"),
        ]))

    @OptionGroup package var document: DocumentOptions

    @Flag(help: "Wait until the images are there.")
    package var wait = false

    @Flag(help: "Say what would be done, and do nothing.")
    package var dryRun = false

    @Option(
        help: ArgumentHelp(
            "How long the region's catalogue of a source may take to fill.", valueName: "time"))
    package var catalogueTimeout = TypedDuration(.seconds(300))

    @OptionGroup package var preflight: PreflightOptions
    @OptionGroup package var waiting: WaitOptions
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(ApplyReport.listing, output.request, in: context)
        let document = try await DocumentFile(path: document.file, context: context).read()
        let reports: [ApplyReport]
        do {
            reports = try await self.reports(document, in: context)
        } catch  where Task.isCancelled {
            context.inform("what was done stays; the next apply of the document does the rest")
            throw error
        }
        for report in reports {
            var context = context
            context.region = report.showsName ? report.name : nil
            report.warnings.forEach(context.warn)
            report.notices.forEach { context.warn("the region says: \($0.plainMessage)") }
        }
        try printer.print(reports)
        if let failure = ApplyVerdict(reports).failure { throw failure }
    }

    private func reports(
        _ document: Document, in context: Context
    ) async throws -> [ApplyReport] {
        guard !dryRun else { return try await planned(document, in: context) }
        var reports: [ApplyReport] = []
        if self.document.includesMirrors {
            reports += try await MirrorApplying(
                document.mirrors, progress: waiting.progress, in: context
            ).run()
        }
        guard self.document.includesRegions, document.concernsRegions else { return reports }
        let connection = try document.regions(connection)
        let applying = RegionApplying(
            command: self, document: document, connection: connection, context: context)
        let results = try await RegionRun(connection, in: context).results {
            try await applying.report($0)
        }
        return reports + results.map { ApplyReport($0, showsName: connection.namesSeveral) }
    }

    private func planned(
        _ document: Document, in context: Context
    ) async throws -> [ApplyReport] {
        let planning = DocumentPlanning(
            document: document, options: self.document, preflight: preflight, context: context)
        let mirrors = try await planning.mirrors()
        let regions = try await planning.regions(connection)
        return mirrors.map { ApplyReport(planned: [$0], of: .mirror, name: $0.step.key) }
            + regions.map { ApplyReport(planned: $0) }
    }
}
