import Foundation
import Testing

@testable import SimpleStreams

/// An unpacking killed at any operation whatever leaves the published mirror whole, and the next
/// one completes the work and leaks nothing.
@Suite struct MirrorUnpackKillTests {
    enum Scene: String, CaseIterable {
        case first, update, resumed, incremental
    }

    private static var options: MirrorOptions {
        var options = MirrorBench.options
        options.grace = 0
        return options
    }

    /// What is to be unpacked, and what stands there before.
    private struct Stage {
        let bench: ArchiveBench
        let archives: [[UInt8]]

        init(_ scene: Scene) async throws {
            bench = ArchiveBench()
            let first = try await bench.packed()
            guard scene == .update || scene == .incremental else {
                archives = [first]
                return
            }
            let held = try await HeldFiles(reading: MemoryInput(first))
            bench.here.upstream.stream.publish("20240803")
            try await bench.here.sync(options: MirrorUnpackKillTests.options)
            let next = try await bench.pack(since: scene == .incremental ? held : nil)
            archives = [first, next]
        }

        /// The archive whose unpacking is killed.
        var archive: [UInt8] { archives[archives.count - 1] }
    }

    /// Unpacks until the operation; false when it ended before.
    private func kill(
        _ scene: Scene, _ stage: Stage, after operations: Int
    ) async throws -> Bool {
        let there = MirrorBench(.small)
        let options = Self.options
        func unpack(_ archive: [UInt8], _ store: any Store) async throws {
            _ = try await MirrorUnpack(
                try await ArchiveSource.open(MemoryInput(archive, isStream: scene == .resumed)),
                into: store, verifier: FakeVerifier(), options: options,
                time: there.clock.time(idleLimit: options.idleLimit)
            ).unpack()
        }
        for earlier in stage.archives.dropLast() { try await unpack(earlier, there.store) }
        if scene == .resumed {
            let cut = Array(stage.archive.prefix(stage.archive.count * 2 / 3))
            try? await unpack(cut, there.store)
        }
        let fuse = Fuse(operations: operations)
        let comment: Comment = "\(scene) killed after \(operations) operations"
        do {
            try await unpack(stage.archive, MortalStore(there.store, fuse))
        } catch {
            #expect(fuse.isBlown, comment)
        }
        try there.expectSound([MirrorBench.everything], comment)
        try await unpack(stage.archive, there.store)
        try there.expectSound([MirrorBench.everything], comment)
        #expect(there.items == stage.bench.here.items, comment)
        let parts = "\(there.directory)/.maas-boot/partial"
        let left = try FileManager.default.contentsOfDirectory(atPath: parts)
        #expect(left.isEmpty, comment)
        return fuse.isBlown
    }

    @Test(arguments: Scene.allCases)
    func `killed at any operation`(_ scene: Scene) async throws {
        let stage = try await Stage(scene)
        var operations = 0
        while try await kill(scene, stage, after: operations) { operations += 1 }
        #expect(operations > 15, "the scene has operations to be killed at")
    }
}
