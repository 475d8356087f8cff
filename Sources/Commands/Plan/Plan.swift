package import ArgumentParser
internal import Workflows

/// `plan`: what `apply` would do. Exits 2 when it would do something.
package struct Plan: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what applying a document would change; exit 2 when that is something.",
        discussion: Examples.text([
            ("maas-boot plan -f maas.yaml", "what differs from the document"),
            (
                "maas-boot export | maas-boot plan -f - --prune",
                "nothing: a region is as its own export says"
            ),
        ]))

    @OptionGroup package var document: DocumentOptions

    @OptionGroup package var preflight: PreflightOptions
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try Printer(StepRow.listing, output.request, in: context)
        let document = try await DocumentFile(path: document.file, context: context).read()
        let planning = DocumentPlanning(
            document: document, options: self.document, preflight: preflight, context: context)
        let mirrors = try await planning.mirrors()
        let regions = try await planning.regions(connection)
        let rows = mirrors + regions.flatMap { (try? $0.result.get()) ?? [] }
        try printer.print(rows)
        let isWhole = regions.allSatisfy { (try? $0.result.get()) != nil }
        if isWhole || !rows.isEmpty { planning.summarise(rows, output.request) }
        try RegionRun.failIfAnyFailed(regions)
        if !rows.isEmpty { throw QuietEnd(.differences) }
    }
}
