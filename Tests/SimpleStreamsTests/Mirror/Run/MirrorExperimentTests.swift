import Foundation
import Testing

@testable import SimpleStreams

/// Ordinary mishaps that `sstream-mirror` does not survive. Each test does what was done to it.
@Suite(.everyPlace) struct MirrorExperimentTests {
    typealias Sample = SampleMirrorStream
    static let victim = Sample.path("focal", "20240802")

    @Test func `experiment 2: a corrupted or truncated file is repaired by the next run`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        let right = try #require(bench.bytes(Self.victim))
        try bench.write(Self.victim, Array(right.reversed()))
        let cut = Sample.path("jammy", "20240801", "boot-kernel")
        try bench.write(cut, Array(try #require(bench.bytes(cut)).prefix(10)))
        let outcome = try await bench.sync()
        #expect(outcome.isChanged && outcome.results.count == 2)
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `experiment 3: an upstream that publishes mid-run does not tear the mirror`()
        async throws
    {
        let bench = MirrorBench()
        let upstream = bench.upstream
        upstream.onRequest { path in
            if path == Self.victim, upstream.stream.minute == 0 {
                upstream.stream.publish("20240803")
            }
        }
        // What was withdrawn while the run was going on is named, and nothing is published.
        let first = try await bench.run().sync()
        #expect(!bench.exists("streams") || first.isPublished)
        try bench.expectSound([MirrorBench.everything])
        try await bench.sync()
        try bench.expectSound([MirrorBench.everything])
        #expect(bench.exists(Sample.path("focal", "20240803")))
    }

    @Test func `experiment 4: a reader never meets a 404 mid-update, and no empty directory stays`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.publish("20240803")
        bench.upstream.onRequest { _ in
            do {
                try bench.expectSound([MirrorBench.everything])
            } catch {
                Issue.record(error)
            }
        }
        try await bench.sync()
        // A reader that still has the old index finds its files for a day.
        #expect(bench.exists(Sample.path("focal", "20240801")))
        bench.clock.advance(86401)
        try await bench.sync()
        #expect(!bench.exists("focal/amd64/20240801"))
    }

    @Test(.onDisk) func `experiment 5: directories outside the mirror are not removed`()
        async throws
    {
        let bench = MirrorBench()
        var options = MirrorBench.options
        options.grace = 0
        try await bench.sync(options: options)
        let beside = URL(fileURLWithPath: bench.directory).deletingLastPathComponent()
            .appendingPathComponent("focal/amd64/20240801")
        try FileManager.default.createDirectory(at: beside, withIntermediateDirectories: true)
        bench.upstream.stream.publish("20240803")
        try await bench.sync(options: options)
        #expect(!bench.exists(Self.victim.replacing("20240802", with: "20240801")))
        #expect(FileManager.default.fileExists(atPath: beside.path))
    }

    @Test func `experiment 7: a server that ignores Range costs that file, not the run`()
        async throws
    {
        let bench = MirrorBench()
        bench.upstream.fail(Self.victim, .breaks(after: 3000), .ignoresRange)
        try await bench.sync()
        #expect(
            bench.upstream.requests.filter { $0.path == Self.victim }.map(\.offset)
                == [0, 3000, 0])
    }

    @Test func `experiment 8: a file answered with 503 is told as that, and the others come`()
        async throws
    {
        let bench = MirrorBench()
        bench.upstream.failAlways(Self.victim, .fails(.temporary(retryAfter: nil)))
        let outcome = try await bench.run().sync()
        guard case .source(let error)? = outcome.failures.first?.failure else {
            Issue.record("not told")
            return
        }
        #expect(error.isTemporary && outcome.failuresAreTemporary && outcome.failures.count == 1)
        #expect(bench.items.count == bench.upstream.stream.files.count - 1)
        #expect(!bench.exists("streams"))
    }

    @Test func `experiment 9: an index.json without a signature is not published unverified`()
        async throws
    {
        let bench = MirrorBench()
        struct Plain: Source {
            let inner: MirrorUpstream
            var name: String { inner.name }
            func document(
                at path: RelativePath, limit: Int
            ) async throws(SourceError) -> [UInt8] {
                MirrorBench.unsigned(try await inner.document(at: path, limit: limit))
            }
            func fetch(
                _ request: ItemRequest, into receiver: any ItemReceiver
            ) async throws(SourceError) { try await inner.fetch(request, into: receiver) }
        }
        await #expect(throws: MirrorError.self) {
            try await bench.run(source: Plain(inner: bench.upstream)).sync()
        }
        #expect(!bench.exists("streams") && bench.items.isEmpty)
    }

    @Test func `experiment 10: a filter that matches nothing publishes no index`() async throws {
        let bench = MirrorBench()
        await #expect(throws: MirrorError.self) {
            try await bench.run(MirrorPart(filters: ["arch==amd64"])).sync()
        }
        #expect(!bench.exists("streams"))
    }

    @Test func `experiment 12: what a narrower filter leaves out goes away`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorPart(filters: ["release~focal|jammy"]))
        let narrowed = try await bench.sync(MirrorBench.focal)
        #expect(narrowed.plan.replacedParts.count == 1 && narrowed.plan.removals.count == 4)
        bench.clock.advance(86401)
        try await bench.sync(MirrorBench.focal)
        #expect(!bench.exists("jammy") && bench.exists(Self.victim))
    }

    @Test func `experiment 14: of two runs at once one works and the other says so`()
        async throws
    {
        let bench = MirrorBench()
        async let first = Result { () async throws(MirrorError) in
            try await bench.run().sync()
        }
        async let second = Result { () async throws(MirrorError) in
            try await bench.run().sync()
        }
        let results = await [first, second]
        let done = results.count { (try? $0.get().isPublished) == true }
        #expect(done >= 1)
        for case .failure(let error) in results {
            guard case .store(let failure) = error else {
                Issue.record(error)
                continue
            }
            #expect(failure.kind == .held)
        }
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `a stalled server is given up on and tried again from where it stood still`()
        async throws
    {
        let bench = MirrorBench()
        var options = MirrorBench.options
        options.idleLimit = .milliseconds(150)
        bench.upstream.fail(Self.victim, .stalls(after: 2000))
        try await bench.sync(options: options)
        #expect(
            bench.upstream.requests.filter { $0.path == Self.victim }.map(\.offset) == [0, 2000])
    }

    @Test func `a cancelled run ends promptly, keeps its parts, and changes nothing published`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.publish("20240803")
        let victim = Sample.path("focal", "20240803")
        bench.upstream.failAlways(victim, .stalls(after: 2000))
        let reached = AsyncStream<Void>.makeStream()
        let progress = Listener { event in
            if case .finished = event { reached.continuation.yield() }
        }
        let task = Task { try await bench.run(progress: progress).sync() }
        var seen = reached.stream.makeAsyncIterator()
        for _ in 0..<3 { await seen.next() }
        task.cancel()
        await #expect {
            try await task.value
        } throws: { error in
            guard case .cancelled? = error as? MirrorError else { return false }
            return true
        }
        try bench.expectSound([MirrorBench.everything])
        bench.upstream.heal()
        bench.upstream.forgetRequests()
        try await bench.sync()
        #expect(
            bench.upstream.requests.filter { !$0.path.hasPrefix("streams/") }.map(\.path)
                == [victim])
    }

    struct Listener: MirrorProgress {
        let hear: @Sendable (MirrorEvent) -> Void
        func report(_ event: MirrorEvent) { hear(event) }
    }
}
