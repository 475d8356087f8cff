import Foundation
import Testing

@testable import SimpleStreams

/// The promises about transfers (5 to 8), each with the fault in it that would break it.
@Suite(.everyPlace) struct MirrorTransferPromiseTests {
    typealias Sample = SampleMirrorStream

    static let victim = Sample.path("focal", "20240802")

    private func failure(
        _ bench: MirrorBench, _ part: MirrorPart = MirrorBench.everything,
        options: MirrorOptions = MirrorBench.options
    ) async throws -> FileFailure {
        let outcome = try await bench.run(part, options: options).sync()
        #expect(!outcome.isPublished && outcome.failures.count == 1)
        return try #require(outcome.failures.first?.failure)
    }

    // MARK: 5 — size and digest while streaming

    @Test func `a body that is too long is cut off at once and not tried again`() async throws {
        let bench = MirrorBench()
        bench.upstream.failAlways(Self.victim, .overlong(by: 1 << 20))
        let outcome = try await bench.run().sync()
        #expect(outcome.failures.map(\.failure) == [.tooLong])
        let received = try #require(outcome.failures.first?.received)
        #expect(received <= 5000)
        #expect(bench.upstream.paths.filter { $0 == Self.victim }.count == 1)
        #expect(!bench.exists(Self.victim))
    }

    @Test func `wrong content is tried once more, then fails, and never gets the name`()
        async throws
    {
        let bench = MirrorBench()
        bench.upstream.fail(Self.victim, .flips)
        try await bench.sync()
        let other = MirrorBench()
        other.upstream.failAlways(Self.victim, .flips)
        guard case .wrongContent = try await failure(other) else {
            Issue.record("not named")
            return
        }
        #expect(!other.exists(Self.victim))
        #expect(other.upstream.paths.filter { $0 == Self.victim }.count == 2)
    }

    // MARK: 6 — paths

    static let hostilePaths = [
        "../x", "..", "a/..", "a/../../x", "/etc/x", "", "a//b", "./a", "a/./b", "a\\\\..\\\\x",
        "%2e%2e/x", "a%2Fb", "a\\u0000b", "a\\nb", "-rf", "a/-x", "streams/v1/index.sjson",
        "STREAMS/x", ".maas-boot/state.json", ".data/x", "a?b", "a#b", "index.html",
    ]

    @Test(arguments: hostilePaths)
    func `a path that is not plain is refused by name before anything is written`(_ path: String)
        async throws
    {
        let bench = MirrorBench()
        bench.upstream.stream.extras = [path: [1]]
        await #expect {
            try await bench.run().sync()
        } throws: { error in
            guard case .selection(.document(_, let fault))? = error as? MirrorError,
                case .path = fault.reason
            else { return false }
            return true
        }
        #expect(bench.items.isEmpty && !bench.exists("streams"))
    }

    @Test(.onDisk) func `a link planted in the mirror is refused by name and not followed`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        let outside = bench.directory + "-outside"
        try FileManager.default.createDirectory(
            atPath: outside, withIntermediateDirectories: true)
        bench.upstream.stream.publish("20240803")
        try FileManager.default.createSymbolicLink(
            atPath: "\(bench.directory)/focal/amd64/20240803", withDestinationPath: outside)
        await #expect {
            try await bench.run().sync()
        } throws: { error in
            guard case .store(let failure)? = error as? MirrorError else { return false }
            return failure.kind == .planted && "\(failure)".contains("focal/amd64/20240803")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
        try bench.expectSound([MirrorBench.everything])
    }

    // MARK: 7 — parts are continued

    @Test func `a transfer that breaks goes on where it broke`() async throws {
        let bench = MirrorBench()
        bench.upstream.fail(Self.victim, .breaks(after: 2000), .breaks(after: 1000))
        try await bench.sync()
        let requests = bench.upstream.requests.filter { $0.path == Self.victim }
        #expect(requests.map(\.offset) == [0, 2000, 3000])
        #expect(requests.map(\.entityTag) == [nil, "\"tag\"", "\"tag\""])
    }

    @Test(.onDisk) func `the next run goes on with the parts of one that failed`() async throws {
        let bench = MirrorBench()
        var options = MirrorBench.options
        options.retry.attempts = 1
        bench.upstream.fail(Self.victim, .breaks(after: 3000))
        #expect(try await failure(bench, options: options).isTemporary)
        bench.upstream.forgetRequests()
        let outcome = try await bench.sync()
        #expect(
            bench.upstream.requests.filter { !$0.path.hasPrefix("streams/") }
                == [.init(path: Self.victim, offset: 3000, entityTag: "\"tag\"")])
        #expect(outcome.plan.fetches.map(\.held) == [3000])
        #expect(outcome.results.map(\.received) == [2000])
    }

    @Test(.onDisk)
    func `a part of another file, or one with wrong bytes, costs that file and not the run`()
        async throws
    {
        let bench = MirrorBench()
        var options = MirrorBench.options
        options.retry.attempts = 1
        bench.upstream.fail(Self.victim, .breaks(after: 3000))
        _ = try await bench.run(options: options).sync()
        let parts = "\(bench.directory)/.maas-boot/partial"
        let part = try #require(
            FileManager.default.contentsOfDirectory(atPath: parts).first {
                $0.hasSuffix(".part")
            })
        try Data(repeating: 0, count: 3000).write(to: URL(fileURLWithPath: "\(parts)/\(part)"))
        bench.upstream.forgetRequests()
        try await bench.sync()
        #expect(
            bench.upstream.requests.filter { $0.path == Self.victim }.map(\.offset) == [3000, 0])
        // Published anew meanwhile: the part is of other content.
        let other = MirrorBench()
        other.upstream.fail(Self.victim, .breaks(after: 3000))
        _ = try await other.run(options: options).sync()
        other.upstream.stream.salt = 9
        other.upstream.forgetRequests()
        try await other.sync()
        #expect(other.upstream.requests.filter { $0.path == Self.victim }.map(\.offset) == [0])
        try other.expectSound([MirrorBench.everything])
    }

    // MARK: 8 — retries

    @Test func `temporary failures are tried again with growing pauses, not sooner than asked`()
        async throws
    {
        let bench = MirrorBench()
        bench.upstream.fail(
            Self.victim, .fails(.temporary(retryAfter: nil)),
            .fails(.temporary(retryAfter: .seconds(7))), .fails(.interrupted))
        bench.upstream.failDocument(Sample.index, .temporary(retryAfter: nil))
        try await bench.sync()
        #expect(
            bench.clock.pauses == [
                .milliseconds(375), .milliseconds(375), .seconds(7), .milliseconds(1500),
            ])
    }

    @Test(arguments: [SourceError.Kind.notFound, .refused])
    func `what will not come is not asked for again`(_ kind: SourceError.Kind) async throws {
        let bench = MirrorBench()
        bench.upstream.failAlways(Self.victim, .fails(kind))
        #expect(try await failure(bench) == .source(SourceError(kind, "fault \(kind)")))
        #expect(bench.upstream.paths.filter { $0 == Self.victim }.count == 1)
        #expect(bench.clock.pauses.isEmpty)
    }

    @Test func `one failing file keeps no other from coming, and nothing new is published`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        let before = bench.bytes(Sample.index)
        bench.upstream.stream.publish("20240803")
        let victim = Sample.path("focal", "20240803")
        bench.upstream.failAlways(victim, .fails(.notFound))
        let outcome = try await bench.run().sync()
        #expect(!outcome.isPublished && outcome.failures.map(\.file.path.text) == [victim])
        #expect(outcome.results.count { $0.failure == nil } == 3)
        #expect(bench.bytes(Sample.index) == before)
        try bench.expectSound([MirrorBench.everything])
        bench.upstream.heal()
        bench.upstream.forgetRequests()
        try await bench.sync()
        #expect(bench.upstream.paths.filter { !$0.hasPrefix("streams/") } == [victim])
    }

    @Test func `progress on a bad line is not given up, and no progress is`() async throws {
        var stream = Sample()
        stream.size = 1 << 20
        stream.releases = ["focal"]
        stream.versions = ["20240802"]
        let bench = MirrorBench(stream)
        var options = MirrorBench.options
        options.retry.attempts = 2
        options.retry.progress = 1 << 18
        bench.upstream.failAlways(Self.victim, .breaks(after: 1 << 18))
        try await bench.sync(options: options)
        let dead = MirrorBench(stream)
        dead.upstream.failAlways(Self.victim, .breaks(after: 0))
        #expect(try await failure(dead, options: options).isTemporary)
        #expect(dead.upstream.paths.filter { $0 == Self.victim }.count == 2)
    }
}
