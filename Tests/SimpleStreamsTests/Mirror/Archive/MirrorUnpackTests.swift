import Foundation
import Testing

@testable import SimpleStreams

@Suite struct MirrorUnpackTests {
    @Test(arguments: [false, true])
    func `an unpacked mirror is the same mirror`(asStream: Bool) async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        let outcome = try await bench.unpack(archive, asStream: asStream)
        #expect(outcome.isPublished && outcome.isChanged)
        bench.expectSame()
        let again = try await bench.unpack(archive, asStream: asStream)
        #expect(again.isPublished && !again.isChanged)
    }

    @Test func `a sync goes on with it, and fetches nothing`() async throws {
        let bench = ArchiveBench()
        try await bench.unpack(try await bench.packed(MirrorBench.focal))
        bench.there.upstream.forgetRequests()
        let outcome = try await bench.there.sync(nil)
        #expect(!outcome.isChanged)
        #expect(outcome.plan.parts == [MirrorBench.focal])
        #expect(bench.there.upstream.paths.allSatisfy { $0.hasPrefix("streams/") })
    }

    @Test func `several sets of filters arrive as they are`() async throws {
        let bench = ArchiveBench()
        try await bench.here.sync(MirrorBench.focal)
        try await bench.here.sync(MirrorBench.loaders)
        try await bench.unpack(try await bench.pack(), asStream: true)
        bench.expectSame()
        let state = try #require(try await MirrorState.load(from: bench.there.store))
        #expect(state.parts == [MirrorBench.focal, MirrorBench.loaders])
    }

    @Test func `the next archive updates, and old items go after the grace time`() async throws {
        let bench = ArchiveBench()
        try await bench.unpack(try await bench.packed())
        bench.here.upstream.stream.publish("20240803")
        let outcome = try await bench.unpack(try await bench.packed())
        let names = outcome.results.map(\.file.path.text)
        #expect(names.allSatisfy { $0.contains("20240803") } && names.count == 2)
        let old = SampleMirrorStream.path("focal", "20240801")
        #expect(bench.there.exists(old))
        bench.there.clock.advance(86_401)
        bench.here.clock.advance(86_401)
        try await bench.unpack(try await bench.packed())
        #expect(!bench.there.exists(old))
        bench.expectSame()
    }

    @Test func `a plan says what would be unpacked and writes nothing`() async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        let plan = try await bench.unpacking(MemoryInput(archive, isStream: true)).plan()
        #expect(plan.fetches.count == 5)
        #expect(!bench.there.exists(""))
    }

    @Test func `an older archive is refused, and another key, until allowed`() async throws {
        let bench = ArchiveBench()
        let old = try await bench.packed()
        bench.here.upstream.stream.publish("20240803")
        try await bench.unpack(try await bench.packed())
        let refusal = await bench.refusal(old)
        #expect(refusal?.contains("older") == true)
        bench.here.upstream.stream.publish("20240804")
        bench.here.upstream.stream.key = "B"
        var options = MirrorBench.options
        options.trust = TrustPolicy(
            freezeDays: nil, confirmedKey: FakeVerifier.fingerprint("B"))
        try await bench.here.sync(options: options)
        let changed = try await bench.pack()
        let keyRefusal = await bench.refusal(changed)
        #expect(keyRefusal?.contains("key changed") == true)
        try await bench.unpack(changed, options: options)
        #expect(
            bench.there.bytes(SampleMirrorStream.index)
                == bench.here.bytes(
                    SampleMirrorStream.index))
    }

    @Test func `a signature is needed, whatever the archive says of itself`() async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        var verifier = FakeVerifier()
        verifier.keys = ["B"]
        let refusal = await bench.refusal(archive, verifier: verifier)
        #expect(refusal != nil)
        #expect(!bench.there.exists("") || bench.there.items.isEmpty)
        bench.expectNothing()
    }

    @Test func `a mirror of another stream is not overwritten`() async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        let other = MirrorUpstream(.small, name: "http://other.example/")
        _ = try await bench.there.run(source: other).sync()
        let refusal = await bench.refusal(archive)
        #expect(refusal?.contains("not of") == true)
    }

    @Test(arguments: [false, true])
    func `a run that was ended goes on where it was`(asStream: Bool) async throws {
        var stream = SampleMirrorStream.small
        stream.size = 20_000
        let bench = ArchiveBench(stream)
        let archive = try await bench.packed()
        // Into the second squashfs; the rest never comes.
        let cut = Array(archive.prefix(archive.count * 2 / 3))
        let refusal = await bench.refusal(cut, asStream: true)
        #expect(refusal?.contains("ends after \(cut.count) bytes") == true)
        let came = bench.there.items
        #expect(!came.isEmpty)
        bench.expectNothing()
        let outcome = try await bench.unpack(archive, asStream: asStream)
        #expect(outcome.plan.kept.count == came.count)
        let resumed = outcome.results.filter(\.resumed)
        #expect(resumed.count == 1 && resumed[0].received < resumed[0].file.size)
        bench.expectSame()
    }

    @Test func `no room ends it, and what came stays`() async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        let outcome = try await bench.unpack(
            archive, store: FullStore(bench.there.store, room: 4000))
        #expect(!outcome.isPublished)
        bench.expectNothing()
        try await bench.unpack(archive)
        bench.expectSame()
    }

    @Test func `lack of room is found out before the first byte`() async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        var options = MirrorBench.options
        options.spaceMargin = 1 << 60
        await #expect(throws: MirrorError.self) {
            try await bench.unpack(archive, options: options)
        }
        #expect(bench.there.items.isEmpty)
    }
}
