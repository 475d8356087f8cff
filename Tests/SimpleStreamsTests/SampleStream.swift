import SimpleStreams

/// Products files shaped like those of MAAS' official streams.
enum SampleStream {
    static let releases = [
        ("bionic", "18.04"), ("focal", "20.04"), ("jammy", "22.04"), ("noble", "24.04"),
    ]
    static let versions = ["20240821", "20240904", "20240821.1"]

    static var images: String {
        products("com.ubuntu.maas:stable:v3:download", images: true)
    }

    static var bootloaders: String {
        products("com.ubuntu.maas:stable:1:bootloader-download", images: false)
    }

    static func documents() throws -> [ProductsDocument] {
        try [images, bootloaders].map { try ProductsDocument(parsing: Array($0.utf8)) }
    }

    private static func products(_ contentID: String, images: Bool) -> String {
        let products = images ? imageProducts() : bootloaderProducts()
        return """
            {"content_id": "\(contentID)", "datatype": "image-ids", "format": "products:1.0",
             "updated": "Wed, 04 Sep 2024 10:11:12 +0000", "licence": null, "ready": true,
             "products": {\(products.joined(separator: ",\n"))}}
            """
    }

    private static func imageProducts() -> [String] {
        var products: [String] = []
        for (name, number) in releases {
            for arch in ["amd64", "arm64", "ppc64el", "s390x"] {
                for kernel in ["ga-\(number)", "hwe-\(number)", "hwe-\(number)-edge"] {
                    products.append(image(name, number, arch, kernel))
                }
            }
        }
        return products
    }

    private static func image(
        _ release: String, _ number: String, _ arch: String, _ kernel: String
    ) -> String {
        let versions = versions.map { version in
            let base = "\(release)/\(arch)/\(version)"
            let initrd = item("boot-initrd", "\(base)/\(kernel)/generic/boot-initrd", 51)
            let squashfs = item("squashfs", "\(base)/squashfs", 400)
            return "\"\(version)\": {\"items\": {\(initrd), \(squashfs)}}"
        }
        return """
            "com.ubuntu.maas.stable:v3:boot:\(number):\(arch):\(kernel)": {"arch": "\(arch)",
             "os": "ubuntu", "release": "\(release)", "version": "\(number)", "label": "stable",
             "subarch": "\(kernel)", "subarches": "generic,hwe-p,\(kernel)", "krel": "\(release)",
             "release_title": "\(number) LTS", "nested": {"a": 1}, "weight": 1.50,
             "supported": \(release == "bionic" ? "false" : "true"),
             "versions": {\(versions.joined(separator: ", "))}}
            """
    }

    private static func bootloaderProducts() -> [String] {
        [
            ("grub-efi-signed", "uefi", "amd64"), ("grub-efi", "uefi", "arm64"),
            ("grub-ieee1275", "open-firmware", "ppc64el"), ("pxelinux", "pxe", "amd64"),
            ("pxelinux", "pxe", "i386"),
        ].map { os, kind, arch in
            let path = "bootloaders/\(kind)/\(arch)/20240821.0/\(os).tar.xz"
            return """
                "com.ubuntu.maas.stable:1:\(os):\(kind):\(arch)": {"arch": "\(arch)",
                 "arches": "\(arch)", "os": "\(os)", "label": "stable", "bootloader-type": "\(kind)",
                 "versions": {"20240821.0": {"items": {\(item(os, path, 1))}}}}
                """
        }
    }

    private static func item(_ kind: String, _ path: String, _ size: Int) -> String {
        let sha256 = SHA256Digest.of(path.utf8)
        return """
            "\(kind)": {"ftype": "\(kind)", "path": "\(path)", "sha256": "\(sha256)", "size": \(size)}
            """
    }
}
