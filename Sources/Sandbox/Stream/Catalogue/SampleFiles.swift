internal import Synchronization

/// Sizes and digests of a stream's files, each worked out once.
///
/// A path has the same bytes in every line and every publication that names it.
final class SampleFiles: Sendable {
    private let seed: UInt64
    private let scale: Double
    private let minimumSize: Int
    private let known = Mutex<[String: SampleItem]>([:])

    init(_ configuration: SampleStreamConfiguration) {
        seed = configuration.seed
        scale = configuration.scale
        minimumSize = max(1, configuration.minimumSize)
    }

    /// The bytes of an item.
    func content(_ item: SampleItem) -> SampleContent {
        SampleContent(seed: seed, path: item.path, size: item.size)
    }

    /// An item with the size and digest that its path decides.
    func item(
        _ name: String, ftype: String, path: String, tags: [String: String] = [:]
    ) -> SampleItem {
        if let found = known.withLock({ $0[path] }) {
            return SampleItem(
                name: name, ftype: ftype, path: path, size: found.size, sha256: found.sha256,
                tags: tags)
        }
        let size = size(ftype, path)
        let content = SampleContent(seed: seed, path: path, size: size)
        let item = SampleItem(
            name: name, ftype: ftype, path: path, size: size, sha256: content.sha256(), tags: tags)
        known.withLock { $0[path] = item }
        return item
    }

    /// A tenth more or less than the real size times the scale.
    private func size(_ ftype: String, _ path: String) -> Int {
        var generator = SplitMix(seed: seed, text: "size of " + path)
        let factor = 0.9 + 0.2 * Double(generator.next() % 1000) / 1000
        return max(minimumSize, Int(Self.realSize(ftype) * scale * factor))
    }

    /// What such a file is like on images.maas.io, in bytes.
    private static func realSize(_ ftype: String) -> Double {
        switch ftype {
        case "squashfs": 400e6
        case "root-tgz": 540e6
        case "boot-initrd": 110e6
        case "boot-kernel": 12e6
        case "archive.tar.xz": 1e6
        default: 17_700
        }
    }
}
