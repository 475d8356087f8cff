import Foundation
import Synchronization
import Testing

@testable import SimpleStreams

/// An upstream, an empty directory, and a clock to try runs with.
final class MirrorBench: Sendable {
    let directory: String
    let upstream: MirrorUpstream
    let clock = ManualTime()

    init(_ stream: SampleMirrorStream = SampleMirrorStream()) {
        // Memory where there is some to use: a flush there waits for nobody else's writes.
        let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        directory = "\(base)/mirror-\(UUID().uuidString)/out"
        upstream = MirrorUpstream(stream)
    }

    deinit {
        try? FileManager.default.removeItem(
            atPath: (directory as NSString).deletingLastPathComponent)
    }

    var store: DirectoryStore { DirectoryStore(directory: directory, smallestPart: 0) }

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

    // MARK: What is on disk

    func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(directory)/\(path)").map { Array($0) }
    }

    func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat("\(directory)/\(path)", &status) == 0
    }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let place = "\(directory)/\(path)"
        try FileManager.default.createDirectory(
            atPath: (place as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: place))
    }

    /// All plain files but the engine's own and the page for people.
    var items: [String] {
        let all = FileManager.default.enumerator(atPath: directory)?.allObjects as? [String] ?? []
        return all.filter { path in
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(
                atPath: "\(directory)/\(path)", isDirectory: &isDirectory)
            return !isDirectory.boolValue && !path.hasPrefix(".") && !path.hasPrefix("streams/")
                && path != "index.html"
        }.sorted()
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
