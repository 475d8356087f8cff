/// The products of `com.ubuntu.maas:LABEL:1:bootloader-download`: the four boot loaders that a
/// region takes, whatever the stream's releases and architectures. They have no tag `release`.
struct BootloaderProducts {
    let label: String
    let files: SampleFiles
    /// Version names, oldest first.
    let versions: [String]

    func contentID() -> SampleContentID {
        SampleContentID(
            name: "com.ubuntu.maas:\(label):1:bootloader-download",
            products: Self.loaders.map(product))
    }

    private struct Loader {
        let os: String
        let type: String
        let arch: String
        let arches: String
        let packages: [String]
    }

    private static let loaders = [
        Loader(
            os: "grub-efi", type: "uefi", arch: "arm64", arches: "arm64",
            packages: ["grub2-signed", "shim-signed"]),
        Loader(
            os: "grub-efi-signed", type: "uefi", arch: "amd64", arches: "amd64",
            packages: ["grub2-signed", "shim-signed"]),
        Loader(
            os: "grub-ieee1275", type: "open-firmware", arch: "ppc64el", arches: "ppc64el,ppc64",
            packages: ["grub2"]),
        Loader(
            os: "pxelinux", type: "pxe", arch: "i386", arches: "i386,amd64",
            packages: ["syslinux"]),
    ]

    private func product(_ loader: Loader) -> SampleProduct {
        SampleProduct(
            name: "com.ubuntu.maas.\(label):1:\(loader.os):\(loader.type):\(loader.arch)",
            tags: [
                "arch": loader.arch, "arches": loader.arches, "bootloader-type": loader.type,
                "label": label, "os": loader.os,
            ],
            versions: versions.map { version in
                SampleVersion(
                    name: version, items: loader.packages.map { item($0, loader, version) })
            })
    }

    private func item(_ package: String, _ loader: Loader, _ version: String) -> SampleItem {
        files.item(
            package, ftype: "archive.tar.xz",
            path: "bootloaders/\(loader.type)/\(loader.arch)/\(version)/\(package).tar.xz",
            tags: [
                "src_package": package, "src_release": "jammy", "src_version": "1.0+\(version)",
            ])
    }
}
