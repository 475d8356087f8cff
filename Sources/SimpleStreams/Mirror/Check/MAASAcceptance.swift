/// Whether a MAAS region would take what a stream offers (MAAS 3.7, `image_sync`): a product it
/// does not take is left out without a word anywhere but in its log.
package enum MAASAcceptance {
    /// A product that a region passes over, or something it will miss.
    package enum Finding: Hashable, Sendable {
        /// An Ubuntu product whose id has neither `:v2:` nor `:v3:`.
        case imageName(product: String)
        /// A boot loader whose id has no `:1:`.
        case bootloaderName(product: String)
        /// A boot loader that no region uses.
        case unknownBootloader(product: String, os: String, arch: String)
        /// A product for newer regions only (`maas_supported`).
        case newerMAAS(product: String, needed: String)
        /// An image architecture without the boot loader machines of it need.
        case missingBootloader(arch: String, os: String, loaderArch: String)

        /// Whether it keeps machines from booting, or is likely a mistake. Of the others, which are
        /// passed over without harm, Canonical's own stream has some.
        package var isGrave: Bool {
            switch self {
            case .imageName(let product): !product.contains("+platform:")
            case .bootloaderName, .missingBootloader: true
            case .unknownBootloader, .newerMAAS: false
            }
        }
    }

    /// Judges the products of a stream.
    ///
    /// - Parameters:
    ///   - holds: whether the mirror has a file; products without one are not judged.
    ///   - server: the region's version (`3.7.2`), when it is known.
    package static func judge(
        _ documents: [ProductsDocument], server: String?, holds: (RelativePath) -> Bool
    ) -> [Finding] {
        var findings: [Finding] = []
        var arches: [String] = []
        var loaders: Set<[String]> = []
        for product in documents.flatMap(\.products) {
            // The newest version is the only one a region takes.
            guard
                let item = product.versions.last?.items.first(where: { item in
                    ((try? item.file()) ?? nil).map { holds($0.path) } == true
                })
            else { continue }
            let os = item["os"] ?? ""
            let arch = item["arch"] ?? ""
            if let finding = judge(product.name, item, server: server) {
                findings.append(finding)
            } else if item["bootloader-type"] != nil {
                loaders.insert([os, arch])
            } else if !arches.contains(arch) {
                arches.append(arch)
            }
        }
        for arch in arches {
            for (os, loaderArch) in Bootloader.needed(for: [arch]).map(\.tags)
            where !loaders.contains([os, loaderArch]) {
                findings.append(
                    .missingBootloader(arch: arch, os: os, loaderArch: loaderArch))
            }
        }
        return findings
    }

    /// The files of the versions that are judged, each once.
    package static func paths(in documents: [ProductsDocument]) -> Set<RelativePath> {
        let items = documents.flatMap(\.products).flatMap { $0.versions.last?.items ?? [] }
        return Set(items.compactMap { item in ((try? item.file()) ?? nil)?.path })
    }

    private static func judge(_ product: String, _ item: Item, server: String?) -> Finding? {
        if let needed = item["maas_supported"], let server, isNewer(needed, than: server) {
            return .newerMAAS(product: product, needed: needed)
        }
        let os = item["os"] ?? ""
        if item["bootloader-type"] != nil {
            guard product.contains(":1:") else { return .bootloaderName(product: product) }
            let arch = item["arch"] ?? ""
            return Bootloader(item) != nil
                ? nil : .unknownBootloader(product: product, os: os, arch: arch)
        }
        guard os == "ubuntu", !product.contains(":v2:"), !product.contains(":v3:") else {
            return nil
        }
        return .imageName(product: product)
    }

    /// Compares the leading numbers of two versions: `3.10` is newer than `3.9.1`.
    static func isNewer(_ version: String, than other: String) -> Bool {
        func numbers(_ text: String) -> [Int] {
            text.split(separator: ".").map { part in
                Int(part.prefix { $0.isASCII && $0.isNumber }) ?? 0
            }
        }
        let (left, right) = (numbers(version), numbers(other))
        for index in 0..<max(left.count, right.count) {
            let (a, b) = (
                index < left.count ? left[index] : 0, index < right.count ? right[index] : 0
            )
            if a != b { return a > b }
        }
        return false
    }
}

extension MAASAcceptance.Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .imageName(let product):
            "\(PrintableText.quote(product)) is passed over: the id of an Ubuntu product must have"
                + " \":v2:\" or \":v3:\" in it"
        case .bootloaderName(let product):
            "\(PrintableText.quote(product)) is passed over: the id of a boot loader must have"
                + " \":1:\" in it"
        case .unknownBootloader(let product, let os, let arch):
            "\(PrintableText.quote(product)) is passed over: MAAS uses no boot loader "
                + PrintableText.quote("\(os)/\(arch)")
        case .newerMAAS(let product, let needed):
            "\(PrintableText.quote(product)) is passed over: it needs MAAS "
                + PrintableText.quote(needed)
        case .missingBootloader(let arch, let os, let loaderArch):
            "images for \(arch) are there, and the boot loader \(os)/\(loaderArch) is not"
        }
    }
}
