import Foundation
import Testing

@testable import SimpleStreams

/// The promises about the disk (9 and 10), each with the fault in it that would break it.
@Suite(.everyPlace) struct MirrorDiskPromiseTests {
    typealias Sample = SampleMirrorStream

    static let victim = Sample.path("focal", "20240802")

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
        await hold.release()
        try await bench.sync()
    }

    @Test(.onDisk) func `lack of room is found before the first byte`() async throws {
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
        #expect(next.plan.fetches.contains { $0.held > 0 } == bench.place.keepsParts)
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
        try bench.remove(Self.victim)
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
        guard bench.isOnDisk else { return }
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
        let fetched = bench.upstream.paths.filter { !$0.hasPrefix("streams/") }
        #expect(fetched == [Self.victim] || !bench.place.keepsParts)
    }

    @Test func `that holds also for a mirror whose records are lost`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        try bench.remove(".maas-boot/state.json")
        bench.upstream.stream.salt = 3
        bench.upstream.stream.minute = 1
        bench.upstream.failAlways(Self.victim, .fails(.refused))
        for _ in 1...2 {
            let outcome = try await bench.run().sync()
            #expect(!outcome.isPublished)
            try bench.expectSound([MirrorBench.everything])
        }
        bench.upstream.heal()
        try await bench.sync()
        try bench.expectSound([MirrorBench.everything])
    }
}
