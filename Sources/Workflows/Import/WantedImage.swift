package import MAAS

/// An image that a region is to have: one release for one architecture of one selection.
package struct WantedImage: Sendable, Hashable {
    package let os: String
    package let release: String
    /// `*` when the selection takes whatever there is.
    package let arch: String
    /// What the source offers of it: the newest version for each `amd64/ga-24.04`; empty when it
    /// offers nothing. Nil when the source could not be read.
    package let offered: [String: String]?

    package init(os: String, release: String, arch: String, offered: [String: String]? = nil) {
        self.os = os
        self.release = release
        self.arch = arch
        self.offered = offered
    }

    /// The image that a region's image is a part of.
    init(_ image: ImageState) {
        let parts = image.name.split(separator: "/", maxSplits: 1).map(String.init)
        self.init(os: parts.first ?? "", release: parts.dropFirst().first ?? "", arch: image.arch)
    }

    package var name: String { arch == "*" ? "\(os)/\(release)" : "\(os)/\(release):\(arch)" }

    /// Whether a region's image is (a part of) this one.
    package func matches(_ image: ImageState) -> Bool {
        image.name == "\(os)/\(release)" && (arch == "*" || image.arch == arch)
    }

    /// Likewise for the key of an image that is gone.
    func matches(key: String) -> Bool {
        key.hasPrefix("\(os)/\(release) \(arch == "*" ? "" : "\(arch)/")")
    }

    /// What the selections ask for, each image once.
    ///
    /// - Parameter offered: what the source offers of an image, where its stream could be read.
    package static func from(
        _ selections: [BootSourceSelection],
        offered: (WantedImage) -> [String: String]? = { _ in nil }
    ) -> [WantedImage] {
        var seen: Set<WantedImage> = []
        return selections.flatMap { selection in
            selection.arches.map {
                WantedImage(os: selection.os, release: selection.release, arch: $0)
            }
        }
        .filter { seen.insert($0).inserted }
        .map {
            WantedImage(os: $0.os, release: $0.release, arch: $0.arch, offered: offered($0))
        }
    }
}
