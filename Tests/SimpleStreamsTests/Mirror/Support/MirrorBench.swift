import Foundation
import Synchronization
import Testing

@testable import SimpleStreams

/// An upstream, an empty directory, and a clock to try runs with.
final class MirrorBench: Sendable {
    /// Whether new benches keep their mirrors in buckets.
    @TaskLocal static var isInBucket = false
    /// Bytes of the smallest item of which directories of new benches keep a part.
    @TaskLocal static var smallestPart: Int64 = 0

    let place: any BenchPlace
    let upstream: MirrorUpstream
    let clock = ManualTime()

    init(_ stream: SampleMirrorStream = SampleMirrorStream()) {
        do {
            place = Self.isInBucket ? try BucketPlace() : DirectoryPlace()
        } catch {
            preconditionFailure("no object store: \(error)")
        }
        upstream = MirrorUpstream(stream)
    }

    /// The directory of a mirror that has one.
    var directory: String { (place as? DirectoryPlace)?.path ?? "" }
    /// Whether the mirror is in a directory.
    var isOnDisk: Bool { place is DirectoryPlace }

    var store: any Store { place.store }
    /// The store of a mirror in a directory.
    var directoryStore: DirectoryStore { DirectoryStore(directory: directory, smallestPart: 0) }

    static let everything = MirrorPart()
    static let focal = MirrorPart(filters: ["release=focal"])
    static let loaders = MirrorPart(filters: ["os~grub"])

    static var options: MirrorOptions {
        var options = MirrorOptions()
        options.spaceMargin = 0
        options.trust = TrustPolicy(freezeDays: nil)
        // A program that another test starts holds the lock until it runs.
        options.lockWait = .seconds(10)
        return options
    }

    func run(
        _ part: MirrorPart? = MirrorBench.everything, options: MirrorOptions = MirrorBench.options,
        signing: MirrorSigning? = nil, verifier: FakeVerifier = FakeVerifier(),
        source: (any Source)? = nil,
        store: (any Store)? = nil, progress: any MirrorProgress = NoProgress()
    ) -> MirrorRun {
        MirrorRun(
            source: source ?? upstream, store: store ?? self.store, verifier: verifier, part: part,
            signing: signing, options: options, time: clock.time(idleLimit: options.idleLimit),
            progress: progress)
    }

    /// Syncs and expects it to succeed.
    @discardableResult
    func sync(
        _ part: MirrorPart? = MirrorBench.everything, options: MirrorOptions = MirrorBench.options,
        signing: MirrorSigning? = nil, at location: SourceLocation = #_sourceLocation
    ) async throws -> MirrorOutcome {
        let outcome = try await run(part, options: options, signing: signing).sync()
        #expect(outcome.isPublished, "\(outcome.failures)", sourceLocation: location)
        return outcome
    }

    // MARK: What is there

    func bytes(_ path: String) -> [UInt8]? { place.bytes(path) }

    func exists(_ path: String) -> Bool {
        if isOnDisk {
            var status = stat()
            return lstat("\(directory)/\(path)", &status) == 0
        }
        return place.files.contains { $0 == path || $0.hasPrefix(path + "/") }
    }

    func write(_ path: String, _ bytes: [UInt8]) throws { try place.write(path, bytes) }

    func remove(_ path: String) throws { try place.remove(path) }

    /// All plain files but the engine's own and the page for people.
    var items: [String] {
        place.files.filter { path in
            !path.hasPrefix(".") && !path.hasPrefix("streams/") && path != "index.html"
        }.sorted()
    }

    /// The names of the published documents.
    var documents: [String] {
        place.files.filter { $0.hasPrefix("streams/v1/") }
            .map { String($0.dropFirst("streams/v1/".count)) }
    }

    /// What the metadata that is published now names and filters select, read without the engine.
    func published(_ parts: [MirrorPart]) throws -> [FileEntry] {
        guard let index = bytes(SampleMirrorStream.index) else { return [] }
        var table = FileTable()
        for entry in try StreamIndex(parsing: Self.unsigned(index)).entries {
            let published = try #require(self.bytes(entry.path.text))
            let document = try ProductsDocument(parsing: Self.unsigned(published))
            for part in parts {
                try part.filterSet().select(document, retention: part.retention)
                    .addFiles(to: &table)
            }
        }
        return table.files
    }

    static func unsigned(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.drop { $0 != UInt8(ascii: "\n") })
    }

    func isRight(_ file: FileEntry) -> Bool {
        bytes(file.path.text).map { SHA256Digest.of($0) == file.sha256 } ?? false
    }

    /// Expects that published metadata names nothing absent or wrong of what the parts select.
    func expectSound(
        _ parts: [MirrorPart], _ comment: Comment? = nil,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let wrong = try published(parts).filter { !isRight($0) }.map(\.path.text)
        #expect(wrong.isEmpty, comment, sourceLocation: location)
    }
}

/// A clock that moves when told to, and pauses that end at once.
final class ManualTime: Sendable {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_724_300_000)
        var pauses: [Duration] = []
    }
    private let state = Mutex(State())

    var pauses: [Duration] { state.withLock { $0.pauses } }
    var now: Date { state.withLock { $0.now } }
    func advance(_ seconds: TimeInterval) { state.withLock { $0.now += seconds } }

    /// The idle limit is waited for really: a fetch that is not stuck must have its time.
    func time(idleLimit: Duration) -> MirrorTime {
        MirrorTime(
            now: { [self] in now },
            sleep: { [self] pause in
                if pause == idleLimit { return try await Task.sleep(for: pause) }
                state.withLock { $0.pauses.append(pause) }
                try Task.checkCancellation()
            }, chance: { 0.5 })
    }
}
