import FoundationEssentials
import MAAS
import Workflows

/// A recorded series of looks at a real region during one import.
struct RecordedImport {
    let frames: [Timeline.Frame]
    /// When the last look differed from the one before it, in seconds.
    let lastChange: Double

    /// Finds the only series of that topic whose note has these words.
    init(region: String, topic: String, note: String) throws {
        let folder = String(#filePath).components(dropping: 3)
        let path = "\(folder)/Fixtures/recordings/\(region)-\(topic).json"
        let data = try Data(contentsOf: URL(filePath: path))
        let found = try JSONDecoder().decode([Entry].self, from: data).filter {
            $0.timeline != nil && $0.note?.contains(note) == true
                && $0.note?.contains("after stop_import") != true
        }
        guard let entry = found.first, found.count == 1 else { throw Missing(count: found.count) }
        var frames: [Timeline.Frame] = []
        var lastChange = 0.0
        for look in entry.timeline ?? [] {
            guard let frame = look.frame else { continue }
            if let last = frames.last,
                last.images != frame.images || last.importing != frame.importing
            {
                lastChange = frame.start
            }
            frames.append(frame)
        }
        self.frames = frames
        self.lastChange = lastChange
    }

    struct Missing: Error { let count: Int }

    private struct Entry: Decodable {
        let note: String?
        let timeline: [Look]?
    }

    /// Either `{"t", "is_importing", "resources"}` or `[t, "true"]`.
    private struct Look: Decodable {
        let frame: Timeline.Frame?

        private enum Keys: String, CodingKey { case t, is_importing, resources }

        init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                let time = try list.decode(Double.self)
                frame = Timeline.Frame(
                    start: time, importing: try list.decode(String.self) == "true")
                return
            }
            let look = try decoder.container(keyedBy: Keys.self)
            guard let importing = try look.decodeIfPresent(String.self, forKey: .is_importing)
            else {
                frame = nil
                return
            }
            let resources =
                try look.decodeIfPresent([String: [String: SetState]].self, forKey: .resources)
                ?? [:]
            frame = Timeline.Frame(
                start: try look.decode(Double.self, forKey: .t), importing: importing == "true",
                images: resources.sorted { $0.key < $1.key }.map { Self.image($0.key, $0.value) })
        }

        /// - Parameter name: `25 grub-efi-signed/uefi amd64/generic`.
        private static func image(_ name: String, _ sets: [String: SetState]) -> ImageState {
            let parts = name.split(separator: " ").map(String.init)
            let arch = parts[2].split(separator: "/").map(String.init)
            let newest = sets.sorted { $0.key > $1.key }
            let set = newest.first { !$0.value.complete } ?? newest.first
            return ImageState(
                id: Int(parts[0]) ?? 0, name: parts[1], arch: arch[0], subarch: arch[1],
                isBootloader: parts[1].hasPrefix("grub"), version: set?.key,
                complete: set?.value.complete ?? false, size: 1000,
                arrived: (set?.value.progress ?? 100) * 10,
                completeVersions: Set(sets.filter(\.value.complete).map(\.key)))
        }
    }

    /// `[complete, progress, files]`.
    private struct SetState: Decodable {
        let complete: Bool
        let progress: Double?

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            complete = try list.decode(Bool.self)
            progress = try list.decodeIfPresent(Double.self)
        }
    }
}

extension String {
    /// A path without its last parts.
    fileprivate func components(dropping count: Int) -> String {
        split(separator: "/", omittingEmptySubsequences: false).dropLast(count)
            .joined(separator: "/")
    }
}
