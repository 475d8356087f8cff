import Foundation
import Testing

@testable import SimpleStreams

/// A run killed at any operation whatever leaves the published mirror whole, and the next run
/// completes the work and leaks nothing.
@Suite(.everyPlace) struct MirrorKillTests {
    enum Scene: String, CaseIterable {
        case first, update, narrowed, resumed, repaired
    }

    private static var small: SampleMirrorStream {
        var stream = SampleMirrorStream()
        stream.releases = ["focal"]
        stream.size = 2500
        return stream
    }

    private static var options: MirrorOptions {
        var options = MirrorBench.options
        options.grace = 0
        options.transfers = 2
        options.retry.attempts = 1
        return options
    }

    /// Prepares a scene and returns the wish the killed run has.
    private func set(_ scene: Scene, on bench: MirrorBench) async throws -> MirrorPart {
        let everything = MirrorBench.everything
        if scene == .first { return everything }
        if scene == .resumed {
            bench.upstream.fail(
                SampleMirrorStream.path("focal", "20240802"), .breaks(after: 1000))
            _ = try await bench.run(options: Self.options).sync()
            return everything
        }
        try await bench.sync(options: Self.options)
        if scene == .repaired {
            try bench.write(SampleMirrorStream.path("focal", "20240802"), [1])
            try bench.write(SampleMirrorStream.path("focal", "20240801", "boot-kernel"), [])
            return everything
        }
        bench.upstream.stream.publish("20240803")
        bench.upstream.stream.loaderVersions = ["20240801.0", "20240803.0"]
        return scene == .narrowed ? MirrorBench.focal : everything
    }

    /// Runs a scene to the operation; false when it ended before.
    private func kill(_ scene: Scene, after operations: Int) async throws -> Bool {
        let bench = MirrorBench(Self.small)
        let part = try await set(scene, on: bench)
        let good = try bench.published([part]).filter(bench.isRight)
        let fuse = Fuse(operations: operations)
        let run = bench.run(
            part, options: Self.options,
            source: MortalSource(inner: bench.upstream, fuse: fuse),
            store: MortalStore(bench.store, fuse))
        let comment: Comment = "\(scene) killed after \(operations) operations"
        do {
            _ = try await run.sync()
        } catch {
            #expect(fuse.isBlown, comment)
        }
        if scene == .repaired {
            // What was right stays right; what was wrong may be.
            #expect(good.allSatisfy(bench.isRight), comment)
        } else {
            try bench.expectSound([part], comment)
        }
        if bench.bytes(SampleMirrorStream.index)
            == bench.upstream.stream.documents[SampleMirrorStream.index], scene != .repaired
        {
            let state = try #require(try await MirrorState.load(from: bench.store))
            #expect(state.parts == [part], comment)
            try bench.expectSound(state.parts, comment)
        }
        try await expectNextRun(part, bench, comment)
        return fuse.isBlown
    }

    private func expectNextRun(
        _ part: MirrorPart, _ bench: MirrorBench, _ comment: Comment
    ) async throws {
        try await bench.sync(part, options: Self.options)
        try bench.expectSound([part], comment)
        let held = Set(try bench.published([part]).map(\.path.text))
        #expect(Set(bench.items) == held, comment)
        for (path, bytes) in bench.upstream.stream.documents {
            #expect(bench.bytes(path) == bytes, comment)
        }
        #expect(try await bench.place.parts == [], comment)
        let again = try await bench.sync(part, options: Self.options)
        #expect(!again.isChanged, comment)
    }

    @Test(arguments: Scene.allCases)
    func `killed at any operation`(_ scene: Scene) async throws {
        var operations = Killing.first
        while try await kill(scene, after: operations) { operations += Killing.stride }
        #expect(operations > 20, "the scene has operations to be killed at")
    }
}
