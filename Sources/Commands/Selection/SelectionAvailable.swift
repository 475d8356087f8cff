package import ArgumentParser
internal import MAAS
internal import SimpleStreams
internal import Workflows

/// `selection available`: what the sources of a region offer, read from here.
package struct SelectionAvailable: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "available", abstract: "List what a region's sources offer, selected or not.",
        discussion: Examples.text([
            ("maas-boot selection available", "of all sources that can be read from here"),
            (
                "maas-boot selection available --source 1 --json release,arch,selected",
                "of one, as JSON"
            ),
        ]))

    @OptionGroup package var source: SourceOption
    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(
            AvailableImage.listing, .list, output, connection, in: context)
        let offers = StreamOffers(
            reading: StreamConnections(connection.logging, in: context).reading)
        try await RegionRun(connection, in: context).printing(printer) { [source] region in
            var rows: [AvailableImage] = []
            for source in try source.all(in: try await region.client.bootSources()) {
                let selections = try await region.client.selections(of: source.id)
                let (catalogue, warning) = try await offers.read(source)
                if let warning { region.context.warn(warning) }
                rows += catalogue.offers.map {
                    AvailableImage($0, source: source, selections: selections)
                }
            }
            return rows
        }
    }
}

/// An image on offer, and whether a region takes it.
struct AvailableImage: Sendable {
    let offer: StreamCatalogue.Offer
    let sourceID: Int
    let isSelected: Bool

    init(
        _ offer: StreamCatalogue.Offer, source: BootSource, selections: [BootSourceSelection]
    ) {
        self.offer = offer
        sourceID = source.id
        isSelected = selections.contains {
            $0.os == offer.os && $0.release == offer.release
                && ($0.arches.contains("*") || $0.arches.contains(offer.arch))
        }
    }

    static let listing = Listing<AvailableImage>(
        plural: "images on offer",
        fields: [
            Field("boot_source_id") { .integer($0.sourceID) },
            Field("os") { .string($0.offer.os) },
            Field("release") { .string($0.offer.release) },
            Field("title") { .string(orNull: $0.offer.title) },
            Field("arch") { .string($0.offer.arch) },
            Field("subarch") { .string($0.offer.subarch) },
            Field("label") { .string($0.offer.label) },
            Field("version") { .string($0.offer.version) },
            Field("selected") { .bool($0.isSelected) },
        ],
        columns: [
            Column("SOURCE", .number) { row, _ in "\(row.sourceID)" },
            Column("IMAGES", .identifier) { row, _ in "\(row.offer.os)/\(row.offer.release)" },
            Column("TITLE", onlyWhenWide: true) { row, _ in row.offer.title ?? "" },
            Column("ARCH", .identifier) { row, _ in row.offer.arch },
            Column("SUBARCH", .identifier) { row, _ in row.offer.subarch },
            Column("VERSION", .identifier) { row, _ in row.offer.version },
            Column("SELECTED", .identifier) { row, presentation in
                presentation.truth(row.isSelected)
            },
        ])
}
