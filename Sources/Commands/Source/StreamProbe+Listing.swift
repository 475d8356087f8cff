internal import SimpleStreams
internal import Workflows

extension StreamProbe.Report {
    /// A probe's result as programs and people see it.
    static let listing = Listing<StreamProbe.Report>(
        plural: "streams",
        fields: [
            Field("url") { .string($0.catalogue.url) },
            Field("verified") { .bool($0.unverified == nil && $0.catalogue.signature != nil) },
            Field("fingerprint") {
                .string(orNull: $0.catalogue.signature?.fingerprint.description)
            },
            Field("updated") { .string(orNull: $0.catalogue.updated?.description) },
            Field("images") {
                .array($0.catalogue.offers.map(StreamCatalogue.Offer.listing.object))
            },
            Field("bootloaders") { .strings($0.bootloaderNames) },
            Field("findings") { .array($0.findings.map(Finding.listing.object)) },
        ],
        columns: [
            Column("URL") { report, _ in report.catalogue.url },
            Column("SIGNATURE") { report, _ in report.signatureText },
            Column("UPDATED", .identifier) { report, presentation in
                presentation.time(report.catalogue.updated?.date)
            },
            Column("OFFERS") { report, _ in report.offerText },
            Column("BOOT LOADERS") { report, _ in report.bootloaderNames.joined(separator: ", ") },
            Column("FINDINGS") { report, _ in
                report.findings.isEmpty
                    ? "MAAS takes it"
                    : report.findings.map { "\($0.level.rawValue): \($0.message)" }
                        .joined(separator: "; ")
            },
        ])

    private var bootloaderNames: [String] {
        catalogue.bootloaders.map { "\($0.tags.os)/\($0.tags.arch)" }.sorted()
    }

    private var signatureText: String {
        if let unverified { return "not checked: \(unverified)" }
        guard let signature = catalogue.signature else { return "none" }
        return "good, by key \(signature.fingerprint)"
    }

    /// Releases with their architectures.
    private var offerText: String {
        var arches: [String: Set<String>] = [:]
        for offer in catalogue.offers {
            arches["\(offer.os)/\(offer.release)", default: []].insert(offer.arch)
        }
        return arches.sorted { $0.key < $1.key }
            .map { "\($0.key) (\($0.value.sorted().joined(separator: ",")))" }
            .joined(separator: " ")
    }
}

extension StreamCatalogue.Offer {
    /// An image on offer, as programs and people see it.
    static let listing = Listing<StreamCatalogue.Offer>(
        plural: "images on offer",
        fields: [
            Field("os") { .string($0.os) },
            Field("release") { .string($0.release) },
            Field("title") { .string(orNull: $0.title) },
            Field("arch") { .string($0.arch) },
            Field("subarch") { .string($0.subarch) },
            Field("label") { .string($0.label) },
            Field("version") { .string($0.version) },
        ],
        columns: [
            Column("IMAGES", .identifier) { offer, _ in "\(offer.os)/\(offer.release)" },
            Column("TITLE") { offer, _ in offer.title ?? "" },
            Column("ARCH", .identifier) { offer, _ in offer.arch },
            Column("SUBARCH", .identifier) { offer, _ in offer.subarch },
            Column("VERSION", .identifier) { offer, _ in offer.version },
        ])
}
