import Foundation
import ObjectStore
import TestSupport
import Testing

@testable import SimpleStreams

/// Where the mirrors of benches are kept, and what a look at the place finds that shares no code with
/// the engine.
protocol BenchPlace: Sendable {
    /// A store as a new process makes it.
    var store: any Store { get }
    /// Whether parts of items outlive the run that began them.
    var keepsParts: Bool { get }
    /// The bytes of a file; nil when it is not there.
    func bytes(_ path: String) -> [UInt8]?
    func write(_ path: String, _ bytes: [UInt8]) throws
    func remove(_ path: String) throws
    /// The paths of all files, the engine's own among them.
    var files: [String] { get }
    /// What is left of items that were begun and not finished.
    var parts: [String] { get async throws }
}

/// A directory of its own, in memory where there is some to use: a flush there waits for nobody
/// else's writes.
final class DirectoryPlace: BenchPlace {
    let path: String
    private let smallestPart = MirrorBench.smallestPart

    init() {
        let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        path = "\(base)/mirror-\(UUID().uuidString)/out"
    }

    deinit {
        try? FileManager.default.removeItem(
            atPath: (path as NSString).deletingLastPathComponent)
    }

    var store: any Store { DirectoryStore(directory: path, smallestPart: smallestPart) }
    var keepsParts: Bool { smallestPart == 0 }

    func bytes(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let place = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (place as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: place))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }

    var files: [String] {
        let all = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
        return all.filter { name in
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(
                atPath: "\(path)/\(name)", isDirectory: &isDirectory)
            return !isDirectory.boolValue
        }
    }

    var parts: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: "\(path)/.maas-boot/partial")
        }
    }
}

/// A bucket of its own in the object store of tests.
struct BucketPlace: BenchPlace {
    let bucket: TestBucket
    private let client: S3Client

    init() throws {
        bucket = try ObjectStoreServer.sharedNow().bucket()
        client = bucket.client()
    }

    var store: any Store {
        guard let location = try? S3Location("s3://\(bucket.name)/maas") else {
            preconditionFailure("a plain place")
        }
        return S3Store(
            client, at: location,
            labels: ObjectLabels(
                type: { _ in "application/octet-stream" }, caching: { _ in "no-cache" }))
    }
    var keepsParts: Bool { false }

    func bytes(_ path: String) -> [UInt8]? { bucket.bytes("maas/\(path)") }
    func write(_ path: String, _ bytes: [UInt8]) throws {
        try bucket.write("maas/\(path)", bytes)
    }
    func remove(_ path: String) throws { try bucket.remove("maas/\(path)") }
    var files: [String] { bucket.keys.map { String($0.dropFirst("maas/".count)) } }
    var parts: [String] {
        get async throws { try await client.unfinishedKeys(below: "maas/") }
    }
}

/// Runs each test of a suite with mirrors in directories that keep parts of all items, in those that keep
/// none of the small ones, and in buckets. So all stores are held to the same promises.
struct EveryPlace: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await function()
        guard testCase != nil, !test.traits.contains(where: { $0 is OnDisk }) else { return }
        try await MirrorBench.$smallestPart.withValue(DirectoryStore.usualSmallestPart) {
            try await function()
        }
        guard ObjectStoreServer.isThere else { return }
        try await MirrorBench.$isInBucket.withValue(true) { try await function() }
    }
}

/// Marks a test of what only a directory has: links, room, parts that outlive a run.
struct OnDisk: TestTrait {}

extension Trait where Self == OnDisk {
    /// This test on directories only.
    static var onDisk: OnDisk { OnDisk() }
}

extension Trait where Self == EveryPlace {
    /// Each test on directories and on buckets.
    static var everyPlace: EveryPlace { EveryPlace() }
}
