/// Makes a catalogue's images of a SimpleStreams products document.
///
/// MAAS takes Ubuntu products of format 2 and 3, CentOS, and four boot loaders of format 1, and of
/// each product the newest version only; everything else it leaves out.
struct StreamProducts {
    let document: JSONValue
    /// What paths in the document are relative to, with a slash at its end.
    let root: String
    let flavour: MAASFlavour

    /// The images of the document. 3.8 refuses one that mixes their kinds.
    func images() throws(CatalogueFailure) -> [Catalogue.Image] {
        let images = (document["products"]?.members ?? []).compactMap(image)
        let kinds = Set(images.map { $0.isBootloader ? "bootloader" : $0.os })
        if flavour >= .v3_8, kinds.count > 1 {
            throw CatalogueFailure(reason: "\(kinds.sorted()) in one products file")
        }
        return images
    }

    private static let bootloaders = [
        "pxelinux/i386", "grub-efi-signed/amd64", "grub-efi/arm64", "grub-ieee1275/ppc64el",
    ]

    private func image(_ product: JSONValue.Member) -> Catalogue.Image? {
        guard let newest = product.value["versions"]?.members.max(by: { $0.key < $1.key }) else {
            return nil
        }
        // A tag lower in the tree wins over the same one above it.
        let tag = { (name: String) -> String in
            newest.value[name]?.text ?? product.value[name]?.text ?? document[name]?.text ?? ""
        }
        let type = tag("bootloader-type")
        let isBootloader = !type.isEmpty
        let isTaken =
            isBootloader
            ? product.key.contains(":1:")
                && Self.bootloaders.contains("\(tag("os"))/\(tag("arch"))")
            : Self.isImage(product.key)
        guard isTaken, isSupported(tag("maas_supported")) else { return nil }
        let subarch = isBootloader ? "generic" : tag("subarch")
        let subarches = tag("subarches").split(separator: ",").map(String.init)
        return Catalogue.Image(
            os: tag("os"), release: isBootloader ? type : tag("release"), arch: tag("arch"),
            subarch: subarch.isEmpty ? "generic" : subarch,
            subarches: subarches.isEmpty ? ["generic"] : subarches, label: tag("label"),
            version: newest.key,
            files: (newest.value["items"]?.members ?? []).compactMap(file)
                .sorted { $0.name < $1.name },
            bootloaderType: isBootloader ? type : nil)
    }

    private static func isImage(_ id: String) -> Bool {
        id.contains(":v2:") || id.contains(":v3:") || id.contains(":centos-bases:")
    }

    /// Whether this region is as new as an image asks for; most ask for nothing.
    private func isSupported(_ wanted: String) -> Bool {
        let own = Self.numbers(flavour.version)
        return !own.lexicographicallyPrecedes(Self.numbers(wanted))
    }

    /// The leading numbers of a version: `3.8.0~alpha1` is 3, 8, 0.
    private static func numbers(_ version: String) -> [Int] {
        version.prefix { $0 == "." || $0.isNumber }.split(separator: ".").compactMap { Int($0) }
    }

    /// A file is named for its path: several items of a product may have names of packages.
    private func file(_ item: JSONValue.Member) -> Catalogue.File? {
        guard let type = item.value["ftype"]?.text, type != "manifest",
            let path = item.value["path"]?.text, let sha256 = item.value["sha256"]?.text,
            let size = item.value["size"]?.number, size >= 0
        else { return nil }
        let name = path.split(separator: "/").last.map(String.init) ?? item.key
        return Catalogue.File(name: name, type: type, size: size, sha256: sha256, url: root + path)
    }
}
