internal import FoundationEssentials
package import SimpleStreams
internal import Synchronization

/// A mirror in a bucket of an object store, laid out as in a directory: items and `streams/` at their
/// paths below the prefix, and the engine's own records below `.maas-boot/`
/// (decision 0010).
///
/// Readers may fetch at any time: a write to an object is seen whole or not at all.
package final class S3Store: Store {
    struct State {
        /// Items that came and wait for their names, and those still coming.
        var setAside: [FileEntry: S3ItemWriter] = [:]
        /// Uploads in parts that are neither completed nor aborted.
        var uploads: [ObjectIdentifier: PartsUpload] = [:]
        var hold: LeaseKeeper?
    }

    let client: S3Client
    let location: S3Location
    let limits: S3Limits
    let terms: LeaseTerms
    let index: ObjectIndex
    let labels: ObjectLabels
    let lane: UploadLane
    let state = Mutex(State())

    /// A mirror at a place, of which nothing need be there but the bucket.
    package init(
        _ client: S3Client, at location: S3Location, labels: ObjectLabels,
        limits: S3Limits = S3Limits(), terms: LeaseTerms = LeaseTerms()
    ) {
        self.client = client
        self.location = location
        self.labels = labels
        self.limits = limits
        self.terms = terms
        index = ObjectIndex(client, location)
        lane = UploadLane(width: limits.partsInFlight)
    }

    package var name: String { location.description }

    /// An object store does not say.
    package func freeSpace() -> Int64? { nil }

    package func look(at path: RelativePath) async throws(StoreError) -> StoredItem? {
        try await storing { () async throws(S3Error) in try await index.item(at: path) }
    }

    package func vouchedDigest(
        of path: RelativePath
    ) async throws(StoreError) -> SHA256Digest? {
        try await storing { () async throws(S3Error) in
            try await client.head(location.key(of: path)).flatMap { StoredChecksum.digest(in: $0) }
        }
    }

    package func read(
        _ path: RelativePath, _ take: (borrowing RawSpan) -> Bool
    ) async throws(StoreError) {
        try await storing { () async throws(S3Error) in
            var offset: Int64 = 0
            var tag: String?
            while let piece = try await client.get(
                location.key(of: path), from: offset, count: limits.partSize, entityTag: tag)
            {
                guard take(piece.bytes.bytes), piece.bytes.count == limits.partSize else { return }
                offset += Int64(piece.bytes.count)
                tag = piece.entityTag
            }
        }
    }

    package func delete(_ path: RelativePath) async throws(StoreError) {
        try await ensureHeld()
        try await storing { () async throws(S3Error) in
            try await client.delete(location.key(of: path))
        }
        await index.note(path, nil)
    }

    package func document(
        at path: RelativePath, limit: Int
    ) async throws(StoreError) -> [UInt8]? {
        try await storing { () async throws(S3Error) in
            try await client.get(location.key(of: path), limit: limit)?.bytes
        }
    }

    package func publish(_ documents: [StoredDocument]) async throws(StoreError) {
        for document in documents {
            try await ensureHeld()
            let tag = try await storing { () async throws(S3Error) in
                try await client.put(
                    location.key(of: document.path), document.bytes,
                    headers: labels.headers(of: document.path))
            }
            await index.note(
                document.path, StoredItem(size: Int64(document.bytes.count), entityTag: tag))
        }
    }

    /// What a store has answered for is there.
    package func flush() {}

    package func record(_ name: StoreRecord) async throws(StoreError) -> [UInt8]? {
        guard let path = MirrorLayout.path(of: name) else { return nil }
        return try await document(at: path, limit: DirectoryStore.largestRecord)
    }

    package func setRecord(_ name: StoreRecord, to bytes: [UInt8]) async throws(StoreError) {
        guard let path = MirrorLayout.path(of: name) else { return }
        try await publish([StoredDocument(path: path, bytes: bytes)])
    }

    /// No other tool's mirror is known in buckets.
    package func foreignHoldings() -> [ForeignFile] { [] }
}
