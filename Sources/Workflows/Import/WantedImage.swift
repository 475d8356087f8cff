package import MAAS

/// An image that a region is to have: one release for one architecture of one selection.
package struct WantedImage: Sendable, Hashable {
    package let os: String
    package let release: String
    /// `*` when the selection takes whatever there is.
    package let arch: String
    /// The version that the source offers; nil when it could not be read.
    package let version: String?

    package init(os: String, release: String, arch: String, version: String? = nil) {
        self.os = os
        self.release = release
        self.arch = arch
        self.version = version
    }

    package var name: String { arch == "*" ? "\(os)/\(release)" : "\(os)/\(release):\(arch)" }

    /// Whether a region's image is (a part of) this one.
    package func matches(_ image: ImageState) -> Bool {
        image.name == "\(os)/\(release)" && (arch == "*" || image.arch == arch)
    }

    /// What the selections ask for, each image once.
    ///
    /// - Parameter offered: the newest version per image, where the stream could be read.
    package static func from(
        _ selections: [BootSourceSelection], offered: (WantedImage) -> String? = { _ in nil }
    ) -> [WantedImage] {
        var seen: Set<WantedImage> = []
        return selections.flatMap { selection in
            selection.arches.map {
                WantedImage(os: selection.os, release: selection.release, arch: $0)
            }
        }
        .filter { seen.insert($0).inserted }
        .map { WantedImage(os: $0.os, release: $0.release, arch: $0.arch, version: offered($0)) }
    }
}
