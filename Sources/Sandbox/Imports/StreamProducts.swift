/// Makes a catalogue's images of a SimpleStreams products document.
///
/// MAAS takes Ubuntu products of format 2 and 3 and bootloaders of format 1, and of each product
/// the newest version only; everything else it leaves out.
enum StreamProducts {
    /// The images of `document`.
    static func images(_ document: JSONValue) -> [Catalogue.Image] {
        (document["products"]?.members ?? []).compactMap { product in
            image(product.key, product.value, document)
        }
    }

    private static func image(
        _ id: String, _ product: JSONValue, _ document: JSONValue
    ) -> Catalogue.Image? {
        guard let newest = product["versions"]?.members.max(by: { $0.key < $1.key }) else {
            return nil
        }
        // A tag lower in the tree wins over the same one above it.
        let tag = { (name: String) -> String in
            newest.value[name]?.text ?? product[name]?.text ?? document[name]?.text ?? ""
        }
        let files = (newest.value["items"]?.members ?? []).compactMap { file($0.key, $0.value) }
        let type = tag("bootloader-type")
        let isBootloader = !type.isEmpty
        guard isBootloader ? id.contains(":1:") : isImage(id) else { return nil }
        let subarch = isBootloader ? "generic" : tag("subarch")
        let subarches = tag("subarches").split(separator: ",").map(String.init)
        return Catalogue.Image(
            os: tag("os"), release: isBootloader ? type : tag("release"), arch: tag("arch"),
            subarch: subarch.isEmpty ? "generic" : subarch,
            subarches: subarches.isEmpty ? ["generic"] : subarches, label: tag("label"),
            version: newest.key, files: files.sorted { $0.name < $1.name },
            bootloaderType: isBootloader ? type : nil)
    }

    private static func isImage(_ id: String) -> Bool {
        id.contains(":v2:") || id.contains(":v3:") || id.contains(":centos-bases:")
    }

    private static func file(_ name: String, _ item: JSONValue) -> Catalogue.File? {
        guard let type = item["ftype"]?.text, type != "manifest",
            let sha256 = item["sha256"]?.text, let size = item["size"]?.number
        else { return nil }
        return Catalogue.File(name: name, type: type, size: size, sha256: sha256)
    }
}
