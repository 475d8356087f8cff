internal import FoundationEssentials

/// The recorded exchanges with real regions in `Tests/Fixtures/recordings`.
package enum Recordings {
    /// The recorded regions, oldest first.
    package static let regions = ["3.3.9", "3.5.13", "3.7.3", "3.8a1"]

    /// All exchanges, by region and topic, each topic's in the order sent.
    package static func all() throws -> [RecordedExchange] {
        try regions.flatMap { try exchanges(of: $0) }
    }

    /// The exchanges with one region, of one topic (`03-boot-sources`) or all.
    package static func exchanges(
        of region: String, topic: String? = nil
    ) throws -> [RecordedExchange] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("\(region)-") && $0.hasSuffix(".json") }.sorted()
        return try files.flatMap { file in
            let found = String(file.dropFirst(region.count + 1).dropLast(".json".count))
            return topic == nil || topic == found ? try read(file, region, found) : []
        }
    }

    /// The one exchange of that region and name; throws when there is none or more than one.
    package static func exchange(
        _ region: String, topic: String, named name: String
    ) throws -> RecordedExchange {
        let found = try exchanges(of: region, topic: topic).filter { $0.name == name }
        guard found.count == 1, let exchange = found.first else {
            throw MissingRecording(
                description: "\(found.count) exchanges are named \(region) \(topic) \"\(name)\"")
        }
        return exchange
    }

    /// A name that does not lead to one recording.
    package struct MissingRecording: Error, CustomStringConvertible {
        package let description: String
    }

    private static let folder: String = {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return here.dropLast(2).joined(separator: "/") + "/Fixtures/recordings"
    }()

    private static func read(
        _ file: String, _ region: String, _ topic: String
    ) throws -> [RecordedExchange] {
        guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
            throw MissingRecording(description: "\(folder)/\(file) cannot be read")
        }
        return try JSONDecoder().decode([RecordingEntry].self, from: bytes)
            .compactMap { try $0.exchange(region: region, topic: topic) }
    }
}
