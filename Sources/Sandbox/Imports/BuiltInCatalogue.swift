internal import Digests

/// The catalogue of Canonical's image streams, made up here so that no official host is contacted:
/// four Ubuntu releases on two arches, and the bootloaders.
///
/// Candidate carries newer versions than stable, so that a switch has something to download.
package struct BuiltInCatalogue: CatalogueProvider {
    /// URLs beyond the official ones that offer the same images.
    private let aliases: [String]

    package init(aliases: [String] = []) { self.aliases = aliases }

    package func known(_ order: FetchOrder) -> Result<Catalogue, CatalogueFailure>? {
        let plain = Self.plain(order.url)
        if plain.hasSuffix("ephemeral-v3/candidate") { return .success(Self.candidate) }
        if plain.hasSuffix("ephemeral-v3/stable") { return .success(Self.stable) }
        return alias(order)
    }

    /// The stable images, where the URL is one of the aliases.
    func alias(_ order: FetchOrder) -> Result<Catalogue, CatalogueFailure>? {
        aliases.contains(Self.plain(order.url)) ? .success(Self.stable) : nil
    }

    private static func plain(_ url: String) -> String {
        url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    package func fetch(_ order: FetchOrder) async -> Result<Catalogue, CatalogueFailure> {
        known(order) ?? .failure(CatalogueFailure(reason: "Unable to read \(order.url)"))
    }

    /// The images of the stable stream.
    package static let stable = catalogue(label: "stable", version: "20260801")
    /// The images of the candidate stream.
    package static let candidate = catalogue(label: "candidate", version: "20260815")

    private static let releases = [
        ("focal", "20.04"), ("jammy", "22.04"), ("noble", "24.04"), ("resolute", "26.04"),
    ]

    private static func catalogue(label: String, version: String) -> Catalogue {
        var images: [Catalogue.Image] = []
        for (release, number) in releases {
            for arch in ["amd64", "arm64"] {
                images.append(ubuntu(release, number, arch, label, version))
            }
        }
        return Catalogue(images: images + bootloaders(label))
    }

    private static func ubuntu(
        _ release: String, _ number: String, _ arch: String, _ label: String, _ version: String
    ) -> Catalogue.Image {
        let identity = "\(release) \(arch) \(version)"
        return Catalogue.Image(
            os: "ubuntu", release: release, arch: arch, subarch: "ga-\(number)",
            subarches: ["generic", "hwe-p", "hwe-q", "ga-\(number)"], label: label,
            version: version,
            files: [
                file("boot-initrd", "boot-initrd", 60_000_000, identity),
                file("boot-kernel", "boot-kernel", 15_000_000, identity),
                file("squashfs", "squashfs", 225_000_000, identity),
            ])
    }

    private static func bootloaders(_ label: String) -> [Catalogue.Image] {
        [
            bootloader("pxelinux", "i386", "pxe", "syslinux.tar.xz", label),
            bootloader("grub-efi-signed", "amd64", "uefi", "grub2-signed.tar.xz", label),
            bootloader("grub-efi", "arm64", "uefi", "grub2.tar.xz", label),
            bootloader("grub-ieee1275", "ppc64el", "open-firmware", "grub2.tar.xz", label),
        ]
    }

    private static func bootloader(
        _ name: String, _ arch: String, _ type: String, _ archive: String, _ label: String
    ) -> Catalogue.Image {
        Catalogue.Image(
            os: name, release: type, arch: arch, subarch: "generic", subarches: ["generic"],
            label: label, version: "20210819.0",
            files: [file(archive, "archive.tar.xz", 400_000, "\(name) \(arch)")],
            bootloaderType: type)
    }

    private static func file(
        _ name: String, _ type: String, _ size: Int, _ identity: String
    ) -> Catalogue.File {
        let digest = SHA256.hash(Array("\(identity) \(name)".utf8))
        return Catalogue.File(
            name: name, type: type, size: size, sha256: Hexadecimal.encode(digest))
    }
}
