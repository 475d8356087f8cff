package import ArgumentParser
internal import MAAS

/// `image remove`: deletes an image from a region.
package struct ImageRemove: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Delete an image; one that is selected comes back with the next import.",
        discussion: Examples.text([
            ("maas-boot image remove ubuntu/jammy:amd64/ga-22.04 --dry-run", "see what would go"),
            ("maas-boot image remove 7", "by its id"),
        ]),
        aliases: ["rm"])

    @Argument(help: "The image: its id, or OS/RELEASE[:ARCH[/SUBARCH]].")
    package var image: String

    @Flag(help: "Say what would be done, and do nothing.")
    package var dryRun = false

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(
            BootResource.listing.asChange(), .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [self] region in
            let found = try await ImageReference(image).resolve(on: region.client)
            if !dryRun { try await region.client.deleteBootResource(found.id) }
            let again = found.type == "Synced" ? "; if selected, it comes back with an import" : ""
            return [
                Change(
                    changed: true, dryRun: dryRun,
                    message: "image \(found.id) (\(found.name) \(found.architecture)) "
                        + "\(dryRun ? "would be removed" : "removed")\(again)",
                    value: found)
            ]
        }
    }
}
