import Foundation
import Synchronization
import Testing

@testable import SimpleStreams

/// A mirror, an archive of it in memory, and the other side of the air gap.
final class ArchiveBench: Sendable {
    let here: MirrorBench
    let there: MirrorBench

    init(_ stream: SampleMirrorStream = .small) {
        here = MirrorBench(stream)
        there = MirrorBench(stream)
    }

    /// Packs the mirror here.
    func pack(since held: HeldFiles? = nil) async throws -> [UInt8] {
        let output = MemoryOutput()
        let pack = MirrorPack(store: here.store, verifier: FakeVerifier(), since: held)
        try await pack.write(try await pack.plan(), to: output)
        return output.bytes
    }

    /// Syncs the mirror here and packs it.
    func packed(_ part: MirrorPart = MirrorBench.everything) async throws -> [UInt8] {
        try await here.sync(part)
        return try await pack()
    }

    /// Unpacks there.
    @discardableResult
    func unpack(
        _ archive: [UInt8], asStream: Bool = false, options: MirrorOptions = MirrorBench.options,
        verifier: FakeVerifier = FakeVerifier(), store: (any Store)? = nil
    ) async throws -> MirrorOutcome {
        try await unpacking(
            MemoryInput(archive, isStream: asStream), options: options, verifier: verifier,
            store: store
        ).unpack()
    }

    func unpacking(
        _ input: any ArchiveInput, options: MirrorOptions = MirrorBench.options,
        verifier: FakeVerifier = FakeVerifier(), store: (any Store)? = nil
    ) async throws -> MirrorUnpack {
        MirrorUnpack(
            try await ArchiveSource.open(input), into: store ?? there.store, verifier: verifier,
            options: options, time: there.clock.time(idleLimit: options.idleLimit))
    }

    /// Expects that the other side is the same mirror.
    func expectSame(_ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) {
        #expect(there.items == here.items, comment, sourceLocation: location)
        for path in here.items + Array(here.upstream.stream.documents.keys) {
            let isSame = there.bytes(path) == here.bytes(path)
            #expect(isSame, "\(path)", sourceLocation: location)
        }
    }

    /// Expects that nothing at all is published there, and nothing lies about.
    func expectNothing(_ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) {
        #expect(!there.exists(SampleMirrorStream.index), comment, sourceLocation: location)
    }

    /// The error that unpacking ends with, or the failures of its outcome.
    func refusal(
        _ archive: [UInt8], asStream: Bool = false, verifier: FakeVerifier = FakeVerifier()
    ) async -> String? {
        do {
            let outcome = try await unpack(archive, asStream: asStream, verifier: verifier)
            guard !outcome.isPublished else { return nil }
            return outcome.failures.map { "\($0.file.path): \($0.failure.map { "\($0)" } ?? "")" }
                .joined(separator: "; ")
        } catch {
            return "\(error)"
        }
    }
}

extension SampleMirrorStream {
    /// One release: five files.
    static var small: SampleMirrorStream {
        var stream = SampleMirrorStream()
        stream.releases = ["focal"]
        stream.size = 2500
        return stream
    }
}

/// An archive in memory, as a file or as a stream that comes in pieces.
struct MemoryInput: ArchiveInput {
    let name = "the archive"
    let size: Int64?
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], isStream: Bool = false) {
        self.bytes = bytes
        size = isStream ? nil : Int64(bytes.count)
    }

    func read(at offset: Int64, _ count: Int) -> [UInt8] {
        guard offset < bytes.count else { return [] }
        let most = size == nil ? min(count, 700) : count
        return Array(bytes[Int(offset)..<min(bytes.count, Int(offset) + most)])
    }
}

/// An archive written to memory.
final class MemoryOutput: ArchiveOutput {
    private let written = Mutex<[UInt8]>([])
    private let room: Int

    init(room: Int = .max) { self.room = room }

    var bytes: [UInt8] { written.withLock { $0 } }

    func write(_ bytes: borrowing RawSpan) throws(ArchiveError) {
        let isFull = bytes.withUnsafeBytes { piece in
            written.withLock { written in
                written += piece
                return written.count > room
            }
        }
        if isFull { throw ArchiveError(.failed, "no room for the archive") }
    }
}
