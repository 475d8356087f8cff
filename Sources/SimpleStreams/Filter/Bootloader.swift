/// A boot loader that MAAS takes from a stream.
///
/// MAAS 3.8 takes exactly these four and no other, in products of the `1` generation.
package enum Bootloader: CaseIterable, Hashable, Sendable {
    /// PXE on BIOS machines. Its architecture is `i386`, but amd64 machines need it.
    case pxelinux
    /// UEFI on amd64, signed for secure boot.
    case grubEFISigned
    /// UEFI on arm64.
    case grubEFI
    /// Open Firmware on ppc64el.
    case grubIEEE1275

    /// The tags `os` and `arch` of its product.
    package var tags: (os: String, arch: String) {
        switch self {
        case .pxelinux: ("pxelinux", "i386")
        case .grubEFISigned: ("grub-efi-signed", "amd64")
        case .grubEFI: ("grub-efi", "arm64")
        case .grubIEEE1275: ("grub-ieee1275", "ppc64el")
        }
    }

    /// The architectures whose machines start with it.
    package var servedArches: [String] {
        switch self {
        case .pxelinux, .grubEFISigned: ["amd64", "i386"]
        case .grubEFI: ["arm64"]
        case .grubIEEE1275: ["ppc64el"]
        }
    }

    /// The boot loaders that machines of these architectures need; all when none is named.
    package static func needed(for arches: [String]) -> [Bootloader] {
        allCases.filter { $0.isNeeded(for: arches) }
    }

    func isNeeded(for arches: [String]) -> Bool {
        arches.isEmpty || servedArches.contains(where: arches.contains)
    }

    /// The boot loader an item belongs to, when it belongs to one that MAAS takes.
    init?(_ item: Item) {
        guard let os = item["os"], let arch = item["arch"],
            let found = Self.allCases.first(where: { $0.tags == (os, arch) })
        else { return nil }
        self = found
    }
}
