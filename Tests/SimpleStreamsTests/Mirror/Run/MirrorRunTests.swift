import Foundation
import Testing

@testable import SimpleStreams

@Suite(.everyPlace) struct MirrorRunTests {
    typealias Sample = SampleMirrorStream

    @Test func `a first run mirrors every file and publishes the documents byte for byte`()
        async throws
    {
        let bench = MirrorBench()
        let outcome = try await bench.sync()
        #expect(bench.items == bench.upstream.stream.files.keys.sorted())
        for (path, bytes) in bench.upstream.stream.files { #expect(bench.bytes(path) == bytes) }
        for (path, bytes) in bench.upstream.stream.documents { #expect(bench.bytes(path) == bytes) }
        #expect(outcome.isChanged && outcome.results.count == bench.items.count)
        #expect(outcome.signer == FakeVerifier.fingerprint("A"))
    }

    @Test func `a second run fetches the metadata, each document once, and nothing else`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.forgetRequests()
        let outcome = try await bench.sync()
        #expect(bench.upstream.paths.sorted() == bench.upstream.stream.documents.keys.sorted())
        #expect(!outcome.isChanged && outcome.plan.isUpToDate)
    }

    @Test func `a dry run writes nothing, not even the directory`() async throws {
        let bench = MirrorBench()
        let plan = try await bench.run(MirrorBench.focal).plan()
        #expect(bench.isOnDisk ? !bench.exists(".") : bench.place.files.isEmpty)
        #expect(plan.fetches.count == 4)
        #expect(plan.bytesToFetch == 2 * 6500)
        #expect(plan.fetches.allSatisfy { $0.reason == .new })
    }

    @Test func `files shared by kernels are fetched and counted once`() async throws {
        var stream = Sample()
        stream.kernels = ["ga", "hwe", "lowlatency"]
        let bench = MirrorBench(stream)
        let outcome = try await bench.sync(MirrorBench.focal)
        #expect(outcome.plan.fetches.count == 2 * (1 + 3))
        #expect(Set(bench.upstream.paths).count == bench.upstream.paths.count)
    }

    @Test func `only the newest versions are mirrored with a maximum`() async throws {
        let bench = MirrorBench()
        let part = MirrorPart(
            filters: ["release=focal"], retention: try Retention(max: 1))
        try await bench.sync(part)
        #expect(
            bench.items == [
                Sample.path("focal", "20240802", "boot-kernel"), Sample.path("focal", "20240802"),
            ])
    }

    @Test func `versions that left upstream stay when asked to, and go when room is needed`()
        async throws
    {
        let bench = MirrorBench()
        let part = MirrorPart(
            filters: ["release=focal"],
            retention: try Retention(max: 3, keepsVanished: true))
        var options = MirrorBench.options
        options.grace = 0
        try await bench.sync(part, options: options)
        bench.upstream.stream.publish("20240803")
        try await bench.sync(part, options: options)
        #expect(bench.exists(Sample.path("focal", "20240801")))
        bench.upstream.stream.publish("20240804")
        try await bench.sync(part, options: options)
        #expect(!bench.exists(Sample.path("focal", "20240801")))
        #expect(bench.exists(Sample.path("focal", "20240802")))
        #expect(bench.items.count == 6)
    }

    @Test func `no more transfers run at once than allowed`() async throws {
        let bench = MirrorBench()
        var options = MirrorBench.options
        options.transfers = 2
        bench.upstream.gather(2)
        try await bench.sync(options: options)
        #expect(bench.upstream.mostFetching == 2)
    }

    @Test func `the two commands of a recipe add up, and each brings both up to date`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        let second = try await bench.sync(MirrorBench.loaders)
        #expect(second.plan.parts == [MirrorBench.focal, MirrorBench.loaders])
        #expect(bench.items.count == 5)
        bench.upstream.stream.publish("20240803")
        try await bench.sync(MirrorBench.loaders)
        try bench.expectSound([MirrorBench.focal, MirrorBench.loaders])
        #expect(bench.exists(Sample.path("focal", "20240803")))
    }

    @Test func `files another hand put into the directory are never touched`() async throws {
        let bench = MirrorBench()
        try bench.write("notes.txt", [1])
        try bench.write("focal/amd64/20240801/mine", [2])
        var options = MirrorBench.options
        options.grace = 0
        try await bench.sync(options: options)
        bench.upstream.stream.publish("20240803")
        try await bench.sync(options: options)
        #expect(bench.exists("notes.txt") && bench.exists("focal/amd64/20240801/mine"))
        #expect(!bench.exists(Sample.path("focal", "20240801")))
    }

    @Test func `another upstream is refused until the change is confirmed`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        let other = MirrorUpstream(bench.upstream.stream, name: "http://other.example")
        await #expect {
            try await bench.run(source: other).sync()
        } throws: { error in
            guard case .otherUpstream? = error as? MirrorError else { return false }
            return true
        }
        var options = MirrorBench.options
        options.changesUpstream = true
        let outcome = try await bench.run(options: options, source: other).sync()
        #expect(outcome.isPublished)
        let slash = MirrorUpstream(bench.upstream.stream, name: "http://other.example/")
        #expect(try await bench.run(source: slash).sync().isPublished)
    }

    @Test func `a run without a wish of its own does what is recorded`() async throws {
        let bench = MirrorBench()
        await #expect(throws: MirrorError.self) { try await bench.run(nil).sync() }
        #expect(!bench.exists("streams"))
        try await bench.sync(MirrorBench.focal)
        bench.upstream.stream.publish("20240803")
        try await bench.sync(nil)
        try bench.expectSound([MirrorBench.focal])
        #expect(!bench.exists(Sample.path("jammy", "20240803")))
    }

    @Test func `what upstream gave up is told, and nothing at all is an error`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        try await bench.sync(MirrorPart(filters: ["release=jammy"]))
        let all = bench.items
        bench.upstream.stream.releases = ["jammy"]
        bench.upstream.stream.minute += 1
        let outcome = try await bench.run(nil).sync()
        #expect(outcome.warnings.contains(.noLongerOffered("release=focal")))
        #expect(outcome.isPublished)
        // Also when another set is what is asked for.
        let named = try await bench.run(MirrorPart(filters: ["release=jammy"])).sync()
        #expect(named.warnings.contains(.noLongerOffered("release=focal")))
        #expect(!named.warnings.contains(.otherParts(1)))
        let before = bench.bytes(SampleMirrorStream.index)
        bench.upstream.stream.releases = []
        bench.upstream.stream.loaderVersions = []
        bench.upstream.stream.minute += 1
        let error = await #expect(throws: MirrorError.self) { try await bench.run(nil).sync() }
        guard case .nothingSelected? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(bench.bytes(SampleMirrorStream.index) == before && bench.items == all)
    }

    @Test func `a narrower set of filters is a change, though nothing is fetched or removed yet`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync(MirrorPart(filters: ["release~focal|jammy"]))
        let outcome = try await bench.sync(MirrorBench.focal)
        #expect(outcome.isChanged && outcome.removed.isEmpty && !outcome.plan.removals.isEmpty)
        #expect(try await !bench.sync(MirrorBench.focal).isChanged)
    }
}
