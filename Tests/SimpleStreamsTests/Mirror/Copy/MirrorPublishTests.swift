import Testing

@testable import SimpleStreams

/// A mirror in a directory is copied to another place, which is whole at every instant.
@Suite(.everyPlace) struct MirrorPublishTests {
    private static var options: MirrorOptions {
        var options = MirrorBench.options
        options.grace = 0
        options.retry.attempts = 1
        return options
    }

    /// A mirror in a directory, whatever the place of the copy.
    private func original() async throws -> MirrorBench {
        let bench = MirrorBench.$isInBucket.withValue(false) { MirrorBench() }
        try await bench.sync(options: Self.options)
        return bench
    }

    private func publish(
        _ bench: MirrorBench, to copy: MirrorBench, through store: (any Store)? = nil
    ) async throws -> MirrorOutcome {
        try await MirrorPublish(
            bench.store, to: store ?? copy.store, verifier: FakeVerifier(), options: Self.options,
            time: copy.clock.time(idleLimit: Self.options.idleLimit)
        ).publish()
    }

    private func expectSame(
        _ copy: MirrorBench, _ bench: MirrorBench, at location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(copy.items == bench.items, sourceLocation: location)
        try copy.expectSound([MirrorBench.everything], at: location)
        for name in bench.documents {
            #expect(
                copy.bytes("streams/v1/\(name)") == bench.bytes("streams/v1/\(name)"),
                sourceLocation: location)
        }
    }

    @Test func `the copy is the same mirror, and a sync goes on with it`() async throws {
        let bench = try await original()
        let copy = MirrorBench()
        #expect(try await publish(bench, to: copy).isPublished)
        try expectSame(copy, bench)
        #expect(try await !publish(bench, to: copy).isChanged)
        #expect(try await !copy.sync(options: Self.options).isChanged)
        copy.upstream.stream.publish("20240803")
        try await copy.sync(options: Self.options)
        try copy.expectSound([MirrorBench.everything])
    }

    @Test func `killed at any operation, the copy is whole and the next run completes it`()
        async throws
    {
        var operations = Killing.first
        var isBlown = true
        while isBlown {
            let bench = try await original()
            let copy = MirrorBench()
            _ = try await publish(bench, to: copy)
            bench.upstream.stream.publish("20240803")
            try await bench.sync(options: Self.options)
            let fuse = Fuse(operations: operations)
            _ = try? await publish(bench, to: copy, through: MortalStore(copy.store, fuse))
            isBlown = fuse.isBlown
            try copy.expectSound([MirrorBench.everything], "killed after \(operations)")
            _ = try await publish(bench, to: copy)
            try expectSame(copy, bench)
            operations += Killing.stride
        }
        #expect(operations > 20)
    }

    @Test func `a file that is wrong is not copied, and nothing is published`() async throws {
        let bench = try await original()
        let copy = MirrorBench()
        let path = bench.items[0]
        let right = try #require(bench.bytes(path))
        try bench.write(path, right.reversed())
        let outcome = try await publish(bench, to: copy)
        #expect(!outcome.isPublished && outcome.failures.map(\.file.path.text) == [path])
        #expect(copy.bytes(SampleMirrorStream.index) == nil && copy.bytes(path) == nil)
    }

    @Test func `a file that was cut is the mirror's fault, and not tried again`() async throws {
        let bench = try await original()
        let copy = MirrorBench()
        let path = bench.items[0]
        try bench.write(path, [1, 2, 3])
        let outcome = try await publish(bench, to: copy)
        guard case .source(let error)? = outcome.failures.first?.failure else {
            Issue.record("\(outcome.failures)")
            return
        }
        #expect(error.kind == .damaged && error.detail.contains("3 bytes"))
        #expect(!outcome.failuresAreTemporary)
    }

    @Test func `where nothing is mirrored there is nothing to copy`() async throws {
        let empty = MirrorBench.$isInBucket.withValue(false) { MirrorBench() }
        let copy = MirrorBench()
        await #expect(throws: MirrorError.self) { try await publish(empty, to: copy) }
    }
}
