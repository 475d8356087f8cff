import Foundation
import Synchronization
import Testing

@testable import SimpleStreams

/// A mirror elsewhere that is made by way of a directory here.
@Suite(.everyPlace) struct CachedStoreTests {
    private static let victim = SampleMirrorStream.path("focal", "20240802")

    /// A place far away, and a cache.
    private let bench = MirrorBench()
    private let near = DirectoryPlace()

    private func cached(_ base: (any Store)? = nil) -> CachedStore {
        CachedStore(base ?? bench.store, cache: near.path)
    }

    private func sync(_ base: (any Store)? = nil) async throws -> MirrorOutcome {
        bench.upstream.forgetRequests()
        return try await bench.run(store: cached(base)).sync()
    }

    private var itemsAsked: [String] {
        bench.upstream.paths.filter { !$0.hasPrefix("streams/") }
    }

    @Test func `items are here and there, and a store that lost them gets them from here`()
        async throws
    {
        #expect(try await sync().isPublished)
        try bench.expectSound([MirrorBench.everything])
        for path in bench.items { #expect(near.bytes(path) == bench.bytes(path)) }
        #expect(near.files.allSatisfy { !$0.hasPrefix("streams/") })
        for path in bench.items { try bench.remove(path) }
        let outcome = try await sync()
        #expect(outcome.isPublished && itemsAsked.isEmpty)
        #expect(outcome.plan.fetches.allSatisfy { $0.held == $0.file.size })
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `a file that is wrong here is fetched anew`() async throws {
        #expect(try await sync().isPublished)
        let right = try #require(bench.bytes(Self.victim))
        for path in bench.items { try bench.remove(path) }
        try near.write(Self.victim, [right[0] ^ 1] + right.dropFirst())
        #expect(try await sync().isPublished)
        #expect(itemsAsked == [Self.victim])
        #expect(near.bytes(Self.victim) == right)
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `content published anew under the same path replaces the old in both`()
        async throws
    {
        #expect(try await sync().isPublished)
        bench.upstream.stream.salt = 3
        bench.upstream.stream.minute = 1
        let outcome = try await sync()
        #expect(outcome.isPublished)
        #expect(outcome.plan.fetches.allSatisfy { $0.reason == .replaced })
        try bench.expectSound([MirrorBench.everything])
        for path in bench.items { #expect(near.bytes(path) == bench.bytes(path)) }
    }

    @Test func `what the store did not take is sent by the next run`() async throws {
        let refusing = RefusingStore(bench.store, Self.victim)
        #expect(try await !sync(refusing).isPublished)
        #expect(bench.bytes(SampleMirrorStream.index) == nil)
        let outcome = try await sync()
        #expect(outcome.isPublished && itemsAsked.isEmpty)
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `a part is continued by a later run, whatever the store can do`() async throws {
        bench.upstream.fail(Self.victim, .breaks(after: 3000), .fails(.notFound))
        #expect(try await !sync().isPublished)
        #expect(try await sync().isPublished)
        let asked = bench.upstream.requests.filter { $0.path == Self.victim }
        #expect(asked.map(\.offset) == [3000])
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `what changes here while it is sent does not arrive`() async throws {
        let meddling = MeddlingStore(bench.store, Self.victim, near)
        let outcome = try await sync(meddling)
        #expect(!outcome.isPublished)
        #expect(outcome.failures.map(\.file.path.text) == [Self.victim])
        #expect(bench.bytes(Self.victim) == nil)
        #expect(try await sync().isPublished)
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `what the store no longer needs goes from here too`() async throws {
        var options = MirrorBench.options
        options.grace = 0
        #expect(try await sync().isPublished)
        bench.upstream.stream.publish("20240803")
        let old = SampleMirrorStream.path("focal", "20240801")
        #expect(near.bytes(old) != nil)
        #expect(try await bench.run(options: options, store: cached()).sync().isPublished)
        #expect(near.bytes(old) == nil && bench.bytes(old) == nil)
    }

    @Test func `two runs do not share a cache`() async throws {
        let other = MirrorBench()
        let hold = try await CachedStore(other.store, cache: near.path).hold(waiting: .zero)
        var options = MirrorBench.options
        options.lockWait = .zero
        await #expect(throws: MirrorError.self) {
            _ = try await bench.run(options: options, store: cached()).sync()
        }
        await hold.release()
        #expect(try await sync().isPublished)
    }

    @Test func `a store that is held leaves the cache free`() async throws {
        let far = try await bench.store.hold(waiting: .zero)
        await #expect(throws: StoreError.self) { try await cached().hold(waiting: .zero) }
        let near = try await DirectoryStore(directory: near.path).hold(waiting: .zero)
        await near.release()
        await far.release()
    }
}

/// Does not take one item.
private final class RefusingStore: HookedStore, @unchecked Sendable {
    private let path: String
    init(_ inner: any Store, _ path: String) {
        self.path = path
        super.init(inner)
    }
    override func before(_ operation: String, bytes: Int) throws(StoreError) {
        if operation == "append \(path)" { throw StoreError(.unavailable, "no time") }
    }
}

/// Has an item of the cache change once, when it is about to be sent.
private final class MeddlingStore: HookedStore, @unchecked Sendable {
    private let path: String
    private let cache: DirectoryPlace
    init(_ inner: any Store, _ path: String, _ cache: DirectoryPlace) {
        self.path = path
        self.cache = cache
        super.init(inner)
    }
    override func before(_ operation: String, bytes: Int) throws(StoreError) {
        guard operation == "begin \(path)", let bytes = cache.bytes(path) else { return }
        try? cache.write(path, bytes.reversed())
    }
}
