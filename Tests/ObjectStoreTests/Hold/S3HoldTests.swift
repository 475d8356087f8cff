import Foundation
import SimpleStreams
import TestSupport
import Testing

@testable import ObjectStore

@Suite(.enabled(if: ObjectStoreServer.isThere, "needs .venv-moto (make setup)"))
struct S3HoldTests {
    private static let lock = "maas/.maas-boot/lock"

    private func lease(_ process: ProcessMark) -> Lease {
        Lease(owner: "another", process: process)
    }

    private static let elsewhere = ProcessMark(
        host: "other.example", pid: 77, started: "1", boot: "another boot", table: "t")

    @Test func `a second writer is told who the first is, and goes on after it`() async throws {
        let bench = try await StoreBench()
        let first = try await bench.store().hold(waiting: .zero)
        let error = await #expect(throws: StoreError.self) {
            try await bench.store().hold(waiting: .milliseconds(50))
        }
        #expect(error?.kind == .held)
        #expect(error?.detail.contains("process \(getpid())") == true)
        let store = try bench.store()
        async let second = store.hold(waiting: .seconds(60))
        await first.release()
        let hold = try await second
        await hold.release()
        #expect(bench.bucket.keys == [])
    }

    @Test(arguments: ObjectStoreServer.isMoto ? [true, false] : [true])
    func `of many at once one is the writer`(mindsConditions: Bool) async throws {
        let bench = try await StoreBench()
        if !mindsConditions { try bench.bucket.ignoreConditions() }
        let granted = await withTaskGroup(of: (any StoreHold)?.self) { group in
            for _ in 0..<8 {
                group.addTask { try? await bench.store().hold(waiting: .zero) }
            }
            var holds: [any StoreHold] = []
            for await hold in group { if let hold { holds.append(hold) } }
            return holds
        }
        #expect(granted.count == 1)
        for hold in granted { await hold.release() }
    }

    @Test func `a lease of a process that is gone is taken over at once`() async throws {
        let bench = try await StoreBench()
        let here = ProcessMark.current
        let gone = ProcessMark(
            host: here.host, pid: here.pid, started: "0", boot: here.boot, table: here.table)
        try bench.bucket.write(Self.lock, lease(gone).bytes)
        let hold = try await bench.store().hold(waiting: .zero)
        await hold.release()
    }

    @Test func `another machine's lease is waited for until it ends by itself`() async throws {
        let bench = try await StoreBench()
        try bench.bucket.write(Self.lock, lease(Self.elsewhere).bytes)
        let error = await #expect(throws: StoreError.self) {
            try await bench.store().hold(waiting: .zero)
        }
        #expect(error?.detail.contains("other.example") == true)
        // By the store's own clock, which tells whole seconds.
        var terms = LeaseTerms.brisk
        terms.lifetime = .seconds(1)
        let hold = try await bench.store(terms: terms).hold(waiting: .seconds(30))
        await hold.release()
    }

    @Test func `an unreadable lock ends by itself too`() async throws {
        let bench = try await StoreBench()
        try bench.bucket.write(Self.lock, Array("no lease".utf8))
        var terms = LeaseTerms.brisk
        terms.lifetime = .seconds(1)
        let hold = try await bench.store(terms: terms).hold(waiting: .seconds(30))
        await hold.release()
    }

    @Test(arguments: ObjectStoreServer.isMoto ? [true, false] : [true])
    func `who lost the lock publishes and deletes nothing`(mindsConditions: Bool) async throws {
        let bench = try await StoreBench()
        if !mindsConditions { try bench.bucket.ignoreConditions() }
        var terms = LeaseTerms.brisk
        terms.fence = .zero
        let store = try bench.store(terms: terms)
        let hold = try await store.hold(waiting: .zero)
        try await bench.place("a/b", [1], in: store)
        let others = lease(Self.elsewhere).bytes
        try bench.bucket.write(Self.lock, others)
        let document = StoredDocument(path: try RelativePath("streams/v1/x"), bytes: [1])
        for _ in 0..<2 {
            let error = await #expect(throws: StoreError.self) {
                try await store.publish([document])
            }
            #expect(error?.kind == .held)
        }
        await #expect(throws: StoreError.self) { try await store.delete(try RelativePath("a/b")) }
        await hold.release()
        // The other's lock is left to it.
        #expect(bench.bucket.bytes(Self.lock) == others)
        #expect(bench.bucket.bytes("maas/a/b") == [1])
        #expect(bench.bucket.bytes("maas/streams/v1/x") == nil)
    }

    @Test(arguments: ObjectStoreServer.isMoto ? [true, false] : [true])
    func `a lease is renewed while it is held`(mindsConditions: Bool) async throws {
        let bench = try await StoreBench()
        if !mindsConditions { try bench.bucket.ignoreConditions() }
        var terms = LeaseTerms.brisk
        terms.renewal = .milliseconds(30)
        let hold = try await bench.store(terms: terms).hold(waiting: .zero)
        try bench.bucket.fail("PUT", "lock", "lose-answer")
        try bench.bucket.fail("PUT", "lock", "slow-down")
        while try #require(Lease(bench.bucket.bytes(Self.lock) ?? [])).renewals < 5 {
            try await Task.sleep(for: .milliseconds(10))
        }
        await hold.release()
        #expect(bench.bucket.keys == [])
    }

    @Test func `a cancelled run gives the lock back`() async throws {
        let bench = try await StoreBench()
        let task = Task {
            guard let hold = try? await bench.store().hold(waiting: .zero) else { return }
            while !Task.isCancelled { await Task.yield() }
            await hold.release()
        }
        while bench.bucket.keys.isEmpty { await Task.yield() }
        task.cancel()
        await task.value
        #expect(bench.bucket.keys == [])
    }
}
