import Foundation
import Testing

@testable import SimpleStreams

/// The promises about metadata (1 to 4), each with the fault in it that would break it.
@Suite(.everyPlace) struct MirrorPromiseTests {
    typealias Sample = SampleMirrorStream

    // MARK: 1 — items first, products, index, old items last

    @Test func `published metadata is complete at every request of an update`() async throws {
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
        var options = MirrorBench.options
        options.grace = 0
        try await bench.sync(options: options)
        #expect(!bench.exists(Sample.path("focal", "20240801")))
    }

    @Test func `items are flushed before documents, products precede the index, removal is last`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.publish("20240803")
        var options = MirrorBench.options
        options.grace = 0
        let log = LoggingStore(bench.store)
        _ = try await bench.run(options: options, store: log).sync()
        let steps = log.steps
        let lastCommit = try #require(steps.lastIndex { $0.hasPrefix("commit") })
        let flush = try #require(steps.firstIndex(of: "flush"))
        let publish = try #require(steps.firstIndex { $0.hasPrefix("publish") })
        let removal = try #require(steps.firstIndex { $0.hasPrefix("delete") })
        #expect(lastCommit < flush && flush < publish && publish < removal)
        #expect(steps[publish].hasSuffix(Sample.index))
        #expect(steps[publish...].first { $0 == "flush" || $0.hasPrefix("setRecord") } == "flush")
    }

    @Test func `old items stay for the grace time and go in the first run after it`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.publish("20240803")
        let update = try await bench.sync()
        let old = Sample.path("focal", "20240801")
        #expect(update.removed.isEmpty && bench.exists(old))
        bench.clock.advance(86399)
        try await bench.sync()
        #expect(bench.exists(old))
        bench.clock.advance(2)
        let last = try await bench.sync()
        #expect(!bench.exists(old) && last.removed.count == 4)
        #expect(!bench.exists("focal/amd64/20240801"), "empty directories go too")
        #expect(try await bench.sync().removed.isEmpty)
    }

    @Test func `an item wanted again within the grace time is not removed`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        let before = bench.upstream.stream.versions
        bench.upstream.stream.publish("20240803")
        try await bench.sync()
        bench.upstream.stream.versions = before
        bench.upstream.stream.minute += 1
        bench.upstream.forgetRequests()
        try await bench.sync()
        #expect(!bench.upstream.paths.contains { $0.hasSuffix("squashfs") })
        bench.clock.advance(90000)
        try await bench.sync()
        try bench.expectSound([MirrorBench.everything])
        #expect(bench.exists(Sample.path("focal", "20240801")))
    }

    // MARK: 2 — metadata once

    @Test func `an upstream that publishes during the run changes nothing about it`()
        async throws
    {
        let bench = MirrorBench()
        let first = bench.upstream.stream
        let upstream = bench.upstream
        upstream.onRequest { path in
            guard path.hasSuffix("squashfs"), upstream.stream.minute == 0 else { return }
            upstream.stream.minute = 1
            upstream.stream.extras["new/file"] = [1, 2, 3]
        }
        try await bench.sync()
        for (path, bytes) in first.documents { #expect(bench.bytes(path) == bytes) }
        try bench.expectSound([MirrorBench.everything])
        #expect(upstream.paths.filter { $0.hasPrefix("streams/") }.count == 3)
    }

    // MARK: 3 — signatures

    @Test func `an unsigned document, or one by an unknown key, ends the run with nothing written`()
        async throws
    {
        for key in ["", "C"] {
            let bench = MirrorBench()
            bench.upstream.stream.key = key
            await #expect {
                try await bench.run().sync()
            } throws: { error in
                guard case .verification? = error as? MirrorError else { return false }
                return true
            }
            #expect(bench.items.isEmpty && !bench.exists("streams"))
        }
    }

    @Test func `verification that finds no signature is not enough unless skipping was asked for`()
        async throws
    {
        struct Careless: DocumentVerifier {
            let policy: SignaturePolicy
            func verify(
                _ document: [UInt8], named name: String, signature: [UInt8]?
            ) async throws(VerificationError) -> VerifiedDocument {
                VerifiedDocument(content: MirrorBench.unsigned(document), signature: nil)
            }
        }
        let bench = MirrorBench()
        func run(_ policy: SignaturePolicy) -> MirrorRun {
            MirrorRun(
                source: bench.upstream, store: bench.store, verifier: Careless(policy: policy),
                part: MirrorBench.everything, options: MirrorBench.options)
        }
        await #expect(throws: MirrorError.self) { try await run(.required).sync() }
        let outcome = try await run(.skipped).sync()
        #expect(outcome.isPublished && outcome.signer == nil)
        #expect(outcome.warnings.contains(.unsigned))
    }

    // MARK: 4 — rollback, freeze, key

    private func verdict(_ bench: MirrorBench, _ options: MirrorOptions) async -> TrustVerdict? {
        do {
            _ = try await bench.run(options: options).sync()
            return nil
        } catch {
            guard case .distrusted(let verdicts) = error else { return nil }
            return verdicts.first
        }
    }

    @Test func `an older index is refused until a rollback is allowed`() async throws {
        let bench = MirrorBench()
        bench.upstream.stream.minute = 5
        try await bench.sync()
        bench.upstream.stream.minute = 4
        var options = MirrorBench.options
        guard case .rollback? = await verdict(bench, options) else {
            Issue.record("not refused")
            return
        }
        options.trust = TrustPolicy(freezeDays: nil, allowsRollback: true)
        try await bench.sync(options: options)
    }

    @Test func `an unchanged index is warned about after a while`() async throws {
        let bench = MirrorBench()
        var options = MirrorBench.options
        options.trust = TrustPolicy(freezeDays: 45)
        let fresh = try await bench.sync(options: options)
        #expect(!fresh.warnings.contains { "\($0)".contains("not changed") })
        bench.clock.advance(46 * 86400)
        let stale = try await bench.sync(options: options)
        #expect(stale.warnings.contains { "\($0)".contains("not changed for 4") })
    }

    @Test func `another signing key is refused until it is confirmed`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.key = "B"
        bench.upstream.stream.minute = 1
        var options = MirrorBench.options
        guard case .keyChanged? = await verdict(bench, options) else {
            Issue.record("not refused")
            return
        }
        options.trust = TrustPolicy(
            freezeDays: nil, confirmedKey: FakeVerifier.fingerprint("B"))
        try await bench.sync(options: options)
        #expect(try await bench.sync().signer == FakeVerifier.fingerprint("B"))
    }
}
