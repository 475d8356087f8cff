import Sandbox

/// The small streams the live regions were recorded with.
struct LabCatalogues: CatalogueProvider {
    func known(_ order: FetchOrder) -> Result<Catalogue, CatalogueFailure>? {
        let failing = [
            "/nothing", ":9/", "/badsig", "/mixed", ".invalid", "/expired", "/html", "/empty",
            "/broken", "/garbage", "/notjson", "/wrong", "ftp://", "images.maas.io",
        ]
        let isPlain = order.url.contains("/unsigned") || order.url.hasSuffix(".json")
        let isUnsigned = isPlain && !order.skipsVerification
        let isByOther = order.keyringFilename.contains("debian-archive")
        if isUnsigned || isByOther || failing.contains(where: order.url.contains) {
            return .failure(CatalogueFailure(reason: "Unable to open \(order.url)"))
        }
        return .success(
            Self.lab(version: order.url.contains("candidate") ? "20251120" : "20251113"))
    }

    func fetch(_ order: FetchOrder) async -> Result<Catalogue, CatalogueFailure> {
        .failure(CatalogueFailure(reason: "never asked"))
    }

    private static func lab(version: String) -> Catalogue {
        Catalogue(images: [
            image("ubuntu", "noble", "amd64", "ga-24.04", version),
            image("ubuntu", "noble", "amd64", "hwe-24.04", version),
            image("ubuntu", "noble", "arm64", "ga-24.04", version),
            image("ubuntu", "jammy", "amd64", "ga-22.04", version),
            image("ubuntu", "jammy", "arm64", "ga-22.04", version),
            image("ubuntu", "focal", "amd64", "ga-20.04", version),
            image("ubuntu", "focal", "arm64", "ga-20.04", version),
            image("centos", "centos70", "amd64", "generic", version),
            Catalogue.Image(
                os: "grub-efi-signed", release: "uefi", arch: "amd64", subarch: "generic",
                subarches: ["generic"], label: "stable", version: "20210819.0",
                files: [file("grub2-signed.tar.xz", "archive.tar.xz", 61_020)],
                bootloaderType: "uefi"),
        ])
    }

    private static func image(
        _ os: String, _ release: String, _ arch: String, _ subarch: String, _ version: String
    ) -> Catalogue.Image {
        Catalogue.Image(
            os: os, release: release, arch: arch, subarch: subarch,
            subarches: ["generic", "hwe-p", "hwe-q", subarch], label: "stable", version: version,
            files: [
                file("boot-initrd", "boot-initrd", 1_500_000),
                file("boot-kernel", "boot-kernel", 700_000),
                file("squashfs", "squashfs", 3_000_000),
            ])
    }

    private static func file(_ name: String, _ type: String, _ size: Int) -> Catalogue.File {
        Catalogue.File(
            name: name, type: type, size: size, sha256: String(repeating: "ab", count: 32))
    }
}
