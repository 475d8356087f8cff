internal import FoundationEssentials

/// What was last seen of each region's boot sources, so that a Tab is answered without asking the
/// region. A file for each region in the cache directory, mode 0600: a source's URL can hold a
/// password.
///
/// Nothing here fails: what cannot be read is not remembered, and what cannot be written is
/// forgotten.
struct SourceMemory: Sendable {
    private let directory: String

    init(_ directories: Directories) {
        directory = "\(directories.cache)/sources"
    }

    /// The sources that the region at this address was last seen with.
    func sources(of region: String) -> [RememberedSource] {
        guard let path = path(region), let bytes = try? PrivateFile.read(path, limit: 1 << 20),
            let record = try? JSONDecoder().decode(Record.self, from: bytes),
            record.region == region
        else { return [] }
        return record.sources
    }

    /// Remembers all sources of the region. Writes only where something is new.
    func remember(_ sources: [RememberedSource], of region: String) {
        guard let path = path(region), self.sources(of: region) != sources,
            let text = try? JSONEncoder().encode(Record(region: region, sources: sources))
        else { return }
        try? Directory.make(directory)
        try? PrivateFile.write(String(decoding: text, as: UTF8.self), to: path)
    }

    /// Remembers one source of the region beside the others.
    func remember(_ source: RememberedSource, of region: String) {
        let others = sources(of: region).filter { $0.id != source.id }
        remember((others + [source]).sorted { $0.id < $1.id }, of: region)
    }

    /// Forgets the source of this id.
    func forget(_ id: Int, of region: String) {
        remember(sources(of: region).filter { $0.id != id }, of: region)
    }

    /// The region's file. Two regions may share a name here, so the file says whose it is.
    private func path(_ region: String) -> String? {
        let name = region.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        return name.count > 200 ? nil : "\(directory)/\(String(name)).json"
    }

    private struct Record: Codable {
        let region: String
        let sources: [RememberedSource]
    }
}
