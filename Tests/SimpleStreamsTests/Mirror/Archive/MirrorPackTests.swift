import Foundation
import Testing

@testable import SimpleStreams

@Suite struct MirrorPackTests {
    @Test func `the same mirror gives the same bytes, and says their number beforehand`()
        async throws
    {
        let bench = ArchiveBench()
        let first = try await bench.packed()
        let again = try await bench.pack()
        #expect(first == again)
        let pack = MirrorPack(store: bench.here.store, verifier: FakeVerifier())
        let plan = try await pack.plan()
        #expect(plan.size == Int64(first.count))
        let isHeld = await plan.isHeld(in: MemoryInput(first))
        #expect(isHeld)
        var other = first
        let last = try #require(plan.layout.entries.last)
        other[Int(last.content)] ^= 1
        let isStillHeld = await plan.isHeld(in: MemoryInput(other))
        #expect(!isStillHeld)
    }

    @Test func `names what the metadata names, once, and nothing else`() async throws {
        var stream = SampleMirrorStream.small
        stream.kernels = ["ga", "hwe"]
        let bench = ArchiveBench(stream)
        try await bench.here.sync()
        try bench.here.write("own/file", [1])
        let plan = try await MirrorPack(store: bench.here.store, verifier: FakeVerifier()).plan()
        let named = try bench.here.published([MirrorBench.everything])
        #expect(plan.manifest.items == named)
        #expect(plan.manifest.documents.map(\.path.text).last == SampleMirrorStream.index)
        #expect(plan.manifest.totals.items == named.count)
        let read = try PackManifest(reading: plan.manifestBytes)
        #expect(read == plan.manifest)
    }

    @Test(arguments: ["size", "content", "gone"])
    func `a wrong file is named, and no archive is whole`(fault: String) async throws {
        let bench = ArchiveBench()
        try await bench.here.sync()
        let path = SampleMirrorStream.path("focal", "20240801")
        switch fault {
        case "size": try bench.here.write(path, [1, 2])
        case "content": try bench.here.write(path, [UInt8](repeating: 3, count: 2500))
        default: try FileManager.default.removeItem(atPath: "\(bench.here.directory)/\(path)")
        }
        let output = MemoryOutput()
        let pack = MirrorPack(store: bench.here.store, verifier: FakeVerifier())
        var thrown: ArchiveError?
        do {
            try await pack.write(try await pack.plan(), to: output)
        } catch MirrorError.archive(let error) {
            thrown = error
        }
        #expect(thrown?.kind == .wrongMirror && thrown?.paths == [path])
        if !output.bytes.isEmpty {
            let refusal = await bench.refusal(output.bytes, asStream: true)
            #expect(refusal != nil)
            bench.expectNothing()
        }
    }

    @Test func `metadata without a good signature is not packed`() async throws {
        let bench = ArchiveBench()
        try await bench.here.sync()
        var verifier = FakeVerifier()
        verifier.keys = ["B"]
        let pack = MirrorPack(store: bench.here.store, verifier: verifier)
        await #expect(throws: MirrorError.self) { _ = try await pack.plan() }
    }

    @Test func `a full volume is said, and ends the archive`() async throws {
        let bench = ArchiveBench()
        try await bench.here.sync()
        let pack = MirrorPack(store: bench.here.store, verifier: FakeVerifier())
        let plan = try await pack.plan()
        await #expect(throws: MirrorError.self) {
            try await pack.write(plan, to: MemoryOutput(room: 9000))
        }
    }

    @Test func `where nothing was mirrored there is nothing to pack`() async throws {
        let bench = ArchiveBench()
        await #expect(throws: MirrorError.self) { _ = try await bench.pack() }
        #expect(!bench.here.exists(""))
    }
}
