package import ArgumentParser
internal import MAAS

/// `image show`: one image with all versions and files.
package struct ImageShow: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one image; with -o yaml, every version and file.",
        discussion: Examples.text([
            ("maas-boot image show 4", "by its id"),
            ("maas-boot image show ubuntu/noble:amd64/ga-24.04 -o yaml", "by its name, as YAML"),
        ]))

    @Argument(help: "The image: its id, or OS/RELEASE[:ARCH[/SUBARCH]].")
    package var image: String

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(BootResource.listing, .one, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [image] region in
            let id = try await ImageReference(image).resolve(on: region.client).id
            return [try await region.client.bootResource(id)]
        }
    }
}
