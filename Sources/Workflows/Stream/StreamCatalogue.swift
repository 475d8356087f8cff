internal import MAAS
package import SimpleStreams

/// What a stream offers to a MAAS region, read and verified from here.
package struct StreamCatalogue: Sendable {
    /// One image: a release for an architecture and kernel, in its newest version.
    package struct Offer: Sendable, Hashable {
        package let os: String
        package let release: String
        package let title: String?
        package let arch: String
        package let subarch: String
        package let label: String
        package let version: String
    }

    package let url: String
    /// Nil when nothing was verified.
    package let signature: Signature?
    /// When the stream says it was last changed.
    package let updated: UpdatedTime?
    package let offers: [Offer]
    package let bootloaders: Set<Bootloader>
    /// Products that MAAS ignores, and why: their names only show in a region's log.
    package let ignored: [String]

    package init(
        url: String, signature: Signature?, updated: UpdatedTime?, offers: [Offer],
        bootloaders: Set<Bootloader>, ignored: [String] = []
    ) {
        self.url = url
        self.signature = signature
        self.updated = updated
        self.offers = offers
        self.bootloaders = bootloaders
        self.ignored = ignored
    }

    /// Whether there is an image of that release for that architecture (`*`: for any).
    package func offers(_ os: String, _ release: String, _ arch: String) -> Bool {
        offers.contains { $0.os == os && $0.release == release && (arch == "*" || $0.arch == arch) }
    }

    /// The newest version of each kernel of the image, by `amd64/ga-24.04`: kernels of a release are
    /// published together but need not carry the same version, and a region shows each by itself.
    /// Empty when the image is not offered.
    package func versions(of image: WantedImage) -> [String: String] {
        let kernels = offers.filter {
            $0.os == image.os && $0.release == image.release
                && (image.arch == "*" || $0.arch == image.arch)
        }
        return Dictionary(
            kernels.map { ("\($0.arch)/\($0.subarch)", $0.version) },
            uniquingKeysWith: { VersionOrder.isNewer($0, than: $1) ? $0 : $1 })
    }

    /// The releases offered, each once, for messages.
    package var releases: [String] {
        Set(offers.map { "\($0.os)/\($0.release)" }).sorted()
    }
}
