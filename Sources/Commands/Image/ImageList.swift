package import ArgumentParser
internal import MAAS
internal import Workflows

/// `image list`: the images that regions hold.
package struct ImageList: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List images with their newest versions.",
        discussion: Examples.text([
            ("maas-boot image list", "all images"),
            ("maas-boot image list --type synced --json name,architecture,complete", "as JSON"),
        ]),
        aliases: ["ls"])

    @Option(
        help: ArgumentHelp("Only images of this type: synced or uploaded.", valueName: "type"))
    package var type: ImageType?

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(
            BootResource.listing, .list, output, connection, in: context)
        try await RegionRun(connection, in: context).printing(printer) { [type] region in
            try await ImageReading(region.client).all {
                type == nil || $0.type.lowercased() == type?.rawValue
            }
        }
    }
}

/// Where an image comes from.
package enum ImageType: String, Sendable, CaseIterable, ExpressibleByArgument {
    case synced
    case uploaded
}
