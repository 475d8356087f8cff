package import FoundationEssentials

/// What an archive of a mirror holds: the first file in it.
package struct PackManifest: Hashable, Sendable, Codable {
    /// The form of the archive.
    package static let currentFormat = "maas-boot-pack:1"
    /// Bytes in the largest manifest read.
    static let maximumBytes: Int64 = 256 << 20

    /// How much there is.
    package struct Totals: Hashable, Sendable, Codable {
        /// Metadata documents in the archive.
        package let documents: Int
        /// Items in the archive.
        package let items: Int
        /// Bytes in documents and items.
        package let bytes: Int64
        /// Items the archive relies on.
        package let reliesOn: Int
        /// Bytes in those.
        package let reliesOnBytes: Int64

        enum CodingKeys: String, CodingKey {
            case documents, items, bytes
            case reliesOn = "relies_on"
            case reliesOnBytes = "relies_on_bytes"
        }
    }

    /// The form of the archive.
    package let format: String
    /// The base of the stream that the mirror is of.
    package let upstream: String
    /// Where the index is.
    package let indexPath: RelativePath
    /// When upstream's index was last changed; all files of the archive have this time.
    package let published: Date
    /// When the mirror was last made what its filters say.
    package let synced: Date?
    /// The key that signed; nil when the mirror's signatures were not verified.
    package let fingerprint: Fingerprint?
    /// What the mirror is to hold.
    package let parts: [MirrorPart]
    /// The published metadata, in the order of publication: the index last.
    package let documents: [FileEntry]
    /// The items in the archive, in its order.
    package let items: [FileEntry]
    /// The items that the metadata names as well and that the other side has already.
    package let reliesOn: [FileEntry]
    /// The sums.
    package let totals: Totals

    enum CodingKeys: String, CodingKey {
        case format, upstream, published, synced, fingerprint, parts, documents, items, totals
        case indexPath = "index_path"
        case reliesOn = "relies_on"
    }

    init(
        _ state: MirrorState, _ metadata: StreamMetadata, indexPath: RelativePath,
        items: [FileEntry], reliesOn: [FileEntry]
    ) {
        format = Self.currentFormat
        upstream = state.upstream
        self.indexPath = indexPath
        published = metadata.trust.index.updated?.date ?? Date(timeIntervalSince1970: 0)
        synced = state.lastSuccess
        fingerprint = metadata.trust.fingerprint
        parts = state.parts
        documents = metadata.documents.map { document in
            FileEntry(
                path: document.path, size: Int64(document.bytes.count),
                sha256: .of(document.bytes))
        }
        self.items = items
        self.reliesOn = reliesOn
        totals = Self.sums(documents, items, reliesOn)
    }

    /// The manifest as it is written: the same bytes for the same content.
    package var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return ((try? Array(encoder.encode(self))) ?? []) + [UInt8(ascii: "\n")]
    }

    /// Whether the mirror's signatures were verified when it was packed.
    package var isVerified: Bool { fingerprint != nil }

    /// The time of all files in the archive, in seconds since 1970.
    var time: Int64 { Int64(max(0, published.timeIntervalSince1970)) }

    /// The sums of these files. Sizes from outside may be any, so what overflows is clamped.
    static func sums(
        _ documents: [FileEntry], _ items: [FileEntry], _ reliesOn: [FileEntry]
    ) -> Totals {
        func bytes(_ files: [FileEntry]) -> Int64 {
            files.reduce(0) { sum, file in
                let (sum, isHuge) = sum.addingReportingOverflow(file.size)
                return isHuge ? .max : sum
            }
        }
        return Totals(
            documents: documents.count, items: items.count, bytes: bytes(documents + items),
            reliesOn: reliesOn.count, reliesOnBytes: bytes(reliesOn))
    }
}
