import Foundation
import Testing

@testable import SimpleStreams

/// Each promise of a mirror with the fault in it that would break it.
@Suite struct MirrorPromiseTests {
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

    @Test func `a link planted in the mirror is refused by name and not followed`() async throws {
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

    @Test func `the next run goes on with the parts of one that failed`() async throws {
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

    @Test func `a part of another file, or one with wrong bytes, costs that file and not the run`()
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

    // MARK: 9 — one writer, room, nothing selected

    @Test func `a second writer is told who the first is`() async throws {
        let bench = MirrorBench()
        let hold = try await bench.store.hold(waiting: .zero)
        await #expect {
            try await bench.run().sync()
        } throws: { error in
            guard case .store(let failure)? = error as? MirrorError else { return false }
            return failure.kind == .held && "\(failure)".contains("process \(getpid())")
        }
        hold.release()
        try await bench.sync()
    }

    @Test func `lack of room is found before the first byte`() async throws {
        let bench = MirrorBench()
        var options = MirrorBench.options
        options.spaceMargin = 1 << 60
        await #expect {
            try await bench.run(options: options).sync()
        } throws: { error in
            guard case .noSpace? = error as? MirrorError else { return false }
            return true
        }
        #expect(!bench.upstream.paths.contains { !$0.hasPrefix("streams/") })
    }

    @Test func `a full store ends the transfers, keeps the parts, and changes nothing published`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.publish("20240803")
        let full = FullStore(bench.store, room: 3000)
        let outcome = try await bench.run(store: full).sync()
        #expect(!outcome.isPublished)
        #expect(
            outcome.failures.contains {
                if case .store(let error)? = $0.failure { error.kind == .full } else { false }
            })
        try bench.expectSound([MirrorBench.everything])
        let next = try await bench.sync()
        #expect(next.plan.fetches.contains { $0.held > 0 })
    }

    @Test func `filters that match nothing are an error that says what there is`() async throws {
        let bench = MirrorBench()
        do {
            _ = try await bench.run(MirrorPart(filters: ["release=focol"])).sync()
            Issue.record("no error")
        } catch {
            #expect(error.hint?.contains("focal") == true, "\(error)")
        }
        #expect(!bench.exists("streams"))
    }

    // MARK: 10 — what is wrong on disk

    @Test func `a file that is missing or has the wrong size is repaired by any sync`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        try FileManager.default.removeItem(atPath: "\(bench.directory)/\(Self.victim)")
        let cut = Sample.path("jammy", "20240802")
        try bench.write(cut, [1, 2, 3])
        let outcome = try await bench.sync()
        #expect(Set(outcome.plan.fetches.map(\.reason)) == [.missing, .size])
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `a file touched since is hashed, and with checksums every file is`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        let right = try #require(bench.bytes(Self.victim))
        var wrong = right
        wrong[7] ^= 4
        try bench.write(Self.victim, wrong)
        #expect(try await bench.sync().plan.fetches.map(\.reason) == [.content])
        #expect(bench.bytes(Self.victim) == right)
        // The same again, with the time of the last change put back.
        let place = "\(bench.directory)/\(Self.victim)"
        var status = stat()
        lstat(place, &status)
        let handle = try #require(FileHandle(forWritingAtPath: place))
        try handle.write(contentsOf: Data([right[0] ^ 1]))
        try handle.close()
        utimensat(AT_FDCWD, place, [status.st_atim, status.st_mtim], 0)
        #expect(try await bench.sync().plan.fetches.isEmpty)
        var options = MirrorBench.options
        options.readsAll = true
        #expect(try await bench.sync(options: options).plan.fetches.map(\.reason) == [.content])
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `content published anew under the same path is fetched`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.salt = 3
        bench.upstream.stream.minute = 1
        let outcome = try await bench.sync()
        #expect(outcome.plan.fetches.allSatisfy { $0.reason == .replaced })
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `files that replace others get their names only when all have come`()
        async throws
    {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.salt = 3
        bench.upstream.stream.minute = 1
        bench.upstream.failAlways(Self.victim, .fails(.refused))
        let outcome = try await bench.run().sync()
        #expect(!outcome.isPublished)
        try bench.expectSound([MirrorBench.everything])
        bench.upstream.heal()
        bench.upstream.forgetRequests()
        try await bench.sync()
        #expect(bench.upstream.paths.filter { !$0.hasPrefix("streams/") } == [Self.victim])
    }
}
