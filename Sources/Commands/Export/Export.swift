package import ArgumentParser
internal import MAAS
internal import Workflows

/// `export`: writes what a region is like as a document.
package struct Export: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what a region is like as a document for apply.",
        discussion: Examples.text([
            ("maas-boot export > maas.yaml", "begin a document with what is there"),
            (
                "maas-boot export -p lab -p prod --keyrings keys > maas.yaml",
                "several regions, and their keyrings as files"
            ),
        ]))

    @Option(
        help: ArgumentHelp(
            "Write keyrings that are stored in the region into this directory, instead of into the "
                + "document.", valueName: "dir"), completion: .directory)
    package var keyrings: String?

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func validate() throws {
        guard ![.tsv, .jsonl].contains(output.output) else {
            throw ValidationError("A document is written as yaml or json.")
        }
    }

    package func run(in context: Context) async throws {
        let listing =
            connection.namesSeveral ? ExportedDocument.several : ExportedDocument.single
        let printer = try Printer(listing, output.request, in: context)
        let results = try await RegionRun(connection, in: context).results { region in
            let session = try await region.session()
            let snapshot = try await RegionSnapshot.read(
                session, settings: DocumentExporter.settings)
            for item in snapshot.sources where item.source.keyringData == .unreadable {
                context.warn(
                    "\(region.name) does not give back the keyring of boot source "
                        + "\(item.source.id): the document leaves it as it is")
            }
            let keyrings = keyrings.map { KeyringExport(directory: $0, region: region.name) }
            let exporter =
                keyrings.map { keyrings in
                    DocumentExporter(snapshot) { try keyrings.write($0, $1) }
                } ?? DocumentExporter(snapshot)
            exporter.warnings.forEach { context.warn("\(region.name): \($0)") }
            return try exporter.entries()
        }
        if !connection.namesSeveral, case .failure(let failure)? = results.first?.result {
            throw failure
        }
        try printer.print(one: ExportedDocument(results))
        try RegionRun.failIfAnyFailed(results)
    }
}
