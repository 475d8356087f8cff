internal import SimpleStreams

/// Collects what MAAS takes of products files: Ubuntu's of the generations v2 and v3, the four boot
/// loaders of generation 1, everything of other systems; of each product the newest version
/// (MAAS 3.7 and 3.8).
struct CatalogueBuilder {
    private(set) var offers: [StreamCatalogue.Offer] = []
    private(set) var bootloaders: Set<Bootloader> = []
    private(set) var ignored: [String] = []

    mutating func add(_ document: ProductsDocument) {
        for product in document.products {
            guard let newest = product.versions.last, !newest.items.isEmpty else { continue }
            if document.kind == .bootloaders {
                addBootloader(product)
            } else if product["os"] != "ubuntu" || Self.isSupported(product.name) {
                add(product, newest)
            } else {
                ignored.append(product.name)
            }
        }
    }

    private mutating func addBootloader(_ product: Product) {
        let loader = Bootloader.allCases.first {
            product["os"] == $0.tags.os && product["arch"] == $0.tags.arch
        }
        guard let loader, product.name.contains(":1:") else {
            ignored.append(product.name)
            return
        }
        bootloaders.insert(loader)
    }

    private mutating func add(_ product: Product, _ version: Version) {
        guard let os = product["os"], let release = product["release"],
            let arch = product["arch"]
        else { return }
        offers.append(
            StreamCatalogue.Offer(
                os: os, release: release, title: product["release_title"], arch: arch,
                subarch: product["subarch"] ?? "generic",
                label: version["label"] ?? "", version: version.name))
    }

    private static func isSupported(_ name: String) -> Bool {
        name.contains(":v2:") || name.contains(":v3:")
    }
}
