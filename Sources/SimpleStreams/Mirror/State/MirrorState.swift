package import FoundationEssentials

/// What a mirror remembers between runs.
package struct MirrorState: Sendable, Codable {
    /// The form of the record.
    package static let currentFormat = "maas-boot-mirror:1"

    /// The form of the record.
    package let format: String
    /// The base of the stream it mirrors.
    package var upstream: String
    /// What it is to hold.
    package var parts: [MirrorPart] = []
    /// The versions it holds, as of the last success.
    package var holdings: [Holding] = []
    /// Every file it placed or was about to place and has not deleted.
    package var files: [RelativePath: FileRecord] = [:]
    /// What is known of upstream's documents.
    package var trust: TrustRecord?
    /// The file of the keyring that the last run was given; nil for the system's.
    package var keyring: String?
    /// The index that is published.
    package var indexPath: RelativePath?
    /// The site's own signature on what is published; nil when upstream's bytes are.
    package var signing: SiteSigning?
    /// A publication that was about to happen when the record was written.
    package var pending: PendingPublication?
    /// When metadata was last found or made current.
    package var lastSuccess: Date?

    enum CodingKeys: String, CodingKey {
        case format, upstream, parts, holdings, files, trust, keyring, signing, pending
        case indexPath = "index_path"
        case lastSuccess = "last_success"
    }

    /// A mirror that holds nothing yet.
    package init(upstream: String) {
        format = Self.currentFormat
        self.upstream = upstream
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        format = try values.decode(String.self, forKey: .format)
        upstream = try values.decode(String.self, forKey: .upstream)
        parts = try values.decode([MirrorPart].self, forKey: .parts)
        holdings = try values.decode([Holding].self, forKey: .holdings)
        for record in try values.decode([FileRecord].self, forKey: .files) {
            files[record.file.path] = record
        }
        trust = try values.decodeIfPresent(TrustRecord.self, forKey: .trust)
        keyring = try values.decodeIfPresent(String.self, forKey: .keyring)
        indexPath = try values.decodeIfPresent(RelativePath.self, forKey: .indexPath)
        signing = try values.decodeIfPresent(SiteSigning.self, forKey: .signing)
        pending = try values.decodeIfPresent(PendingPublication.self, forKey: .pending)
        lastSuccess = try values.decodeIfPresent(Date.self, forKey: .lastSuccess)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(format, forKey: .format)
        try values.encode(upstream, forKey: .upstream)
        try values.encode(parts, forKey: .parts)
        try values.encode(holdings, forKey: .holdings)
        let records = files.values.sorted { $0.file.path < $1.file.path }
        try values.encode(records, forKey: .files)
        try values.encodeIfPresent(trust, forKey: .trust)
        try values.encodeIfPresent(keyring, forKey: .keyring)
        try values.encodeIfPresent(indexPath, forKey: .indexPath)
        try values.encodeIfPresent(signing, forKey: .signing)
        try values.encodeIfPresent(pending, forKey: .pending)
        try values.encodeIfPresent(lastSuccess, forKey: .lastSuccess)
    }
}
