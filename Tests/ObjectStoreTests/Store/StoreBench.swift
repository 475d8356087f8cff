import SimpleStreams
import TestSupport

@testable import ObjectStore

/// A bucket, and stores of a mirror in it.
struct StoreBench {
    let bucket: TestBucket

    init() async throws {
        bucket = try await TestBucket.make()
    }

    /// A store as a new process makes it: nothing known, nothing held.
    func store(
        prefix: String = "maas", partSize: Int = 5 << 20, terms: LeaseTerms = .brisk,
        client: S3Client? = nil
    ) throws -> S3Store {
        S3Store(
            client ?? bucket.client(), at: try S3Location("s3://\(bucket.name)/\(prefix)"),
            labels: ObjectLabels(
                type: { $0.name.hasSuffix(".html") ? "text/html" : "application/octet-stream" },
                caching: { $0.components.count > 2 ? "immutable" : "no-cache" }),
            limits: S3Limits(partSize: partSize, partsInFlight: 4), terms: terms)
    }

    /// Stores an item whole.
    @discardableResult
    func place(
        _ path: String, _ bytes: [UInt8], in store: S3Store
    ) async throws -> StoredItem {
        let writer = try await store.begin(try Self.file(path, bytes))
        try writer.append(bytes.span.bytes)
        return try await writer.commit()
    }

    static func file(_ path: String, _ bytes: [UInt8]) throws -> FileEntry {
        FileEntry(
            path: try RelativePath(path), size: Int64(bytes.count), sha256: SHA256Digest.of(bytes))
    }

    /// Bytes that differ everywhere.
    static func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }
}

extension LeaseTerms {
    /// The usual terms with pauses that a test has the time for.
    static var brisk: LeaseTerms {
        LeaseTerms(
            lifetime: .seconds(60), renewal: .seconds(15), settling: .milliseconds(300),
            fence: .seconds(5))
    }
}
