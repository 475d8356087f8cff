internal import FoundationEssentials

/// What is noted beside the part of an item, so that only its own continuation is added to it.
struct PartRecord: Codable, Equatable {
    /// The item the part belongs to.
    let file: FileEntry
    /// The entity tag upstream gave its bytes.
    var entityTag: String?

    enum CodingKeys: String, CodingKey {
        case file
        case entityTag = "etag"
    }

    /// The name of a part, without its ending: the same for the same path, size and digest only.
    static func name(of file: FileEntry) -> String {
        let identity = "\(file.path)\n\(file.size)\n\(file.sha256)"
        return String(SHA256Digest.of(Array(identity.utf8)).description.prefix(32))
    }

    /// Reads a note; nil for one that cannot be understood.
    init?(_ bytes: [UInt8]) {
        guard let record = try? JSONDecoder().decode(PartRecord.self, from: Data(bytes)) else {
            return nil
        }
        self = record
    }

    init(file: FileEntry, entityTag: String? = nil) {
        self.file = file
        self.entityTag = entityTag
    }

    /// The note as it is written.
    var bytes: [UInt8] { (try? Array(JSONEncoder().encode(self))) ?? [] }
}
