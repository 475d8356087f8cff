import Foundation
import Testing

@testable import SimpleStreams

/// A run that signs, killed at any operation whatever, leaves a mirror whose documents are all by
/// one hand and name only what is there.
@Suite(.everyPlace) struct MirrorSigningKillTests {
    enum Scene: String, CaseIterable {
        case first, update, narrowed, toSite, toUpstream, otherKey

        /// Who signs before and after; nil is upstream.
        var keys: (before: String?, after: String?) {
            switch self {
            case .toSite: (nil, "C")
            case .toUpstream: ("C", nil)
            case .otherKey: ("C", "D")
            default: ("C", "C")
            }
        }

        var part: MirrorPart { self == .narrowed ? MirrorBench.focal : MirrorBench.everything }
    }

    private static var options: MirrorOptions {
        var options = MirrorBench.options
        options.grace = 0
        options.transfers = 2
        options.retry.attempts = 1
        return options
    }

    private func signing(_ key: String?) -> MirrorSigning? { key.map { FakeSigner($0).signing } }

    private func set(_ scene: Scene) async throws -> MirrorBench {
        var stream = SampleMirrorStream()
        stream.releases = ["focal"]
        stream.size = 2500
        let bench = MirrorBench(stream)
        guard scene != .first else { return bench }
        try await bench.sync(options: Self.options, signing: signing(scene.keys.before))
        if scene == .update || scene == .narrowed {
            bench.upstream.stream.publish("20240803")
            bench.upstream.stream.loaderVersions = ["20240801.0", "20240803.0"]
        }
        return bench
    }

    /// Expects an index and products files of one hand, and of the site's own nothing that is not
    /// there; says whose they are.
    private func expectWhole(_ bench: MirrorBench, _ comment: Comment) throws -> String? {
        guard let index = bench.bytes(SampleMirrorStream.index) else { return nil }
        let hand = bench.signer(of: SampleMirrorStream.index)
        for entry in try StreamIndex(parsing: MirrorBench.unsigned(index)).entries {
            #expect(bench.signer(of: entry.path.text) == hand, comment)
        }
        try bench.expectSound([MirrorBench.everything], comment)
        return hand
    }

    private func kill(_ scene: Scene, after operations: Int) async throws -> Bool {
        let bench = try await set(scene)
        let before = bench.signer(of: SampleMirrorStream.index)
        let fuse = Fuse(operations: operations)
        let run = bench.run(
            scene.part, options: Self.options, signing: signing(scene.keys.after),
            source: MortalSource(inner: bench.upstream, fuse: fuse),
            store: MortalStore(bench.store, fuse))
        let comment: Comment = "\(scene) killed after \(operations) operations"
        do {
            _ = try await run.sync()
        } catch {
            #expect(fuse.isBlown, comment)
        }
        let hand = try expectWhole(bench, comment)
        let after = "KEY \(scene.keys.after ?? "A")"
        #expect(hand == before || hand == after, comment)
        let state = try await MirrorState.load(from: bench.store)
        if hand != before || scene == .update, hand == "KEY C" || hand == "KEY D" {
            let fingerprint = hand.flatMap { FakeVerifier.fingerprint($0.suffix(1)) }
            #expect(state?.signing?.fingerprint == fingerprint, comment)
        }
        try await expectNextRun(scene, bench, comment)
        return fuse.isBlown
    }

    private func expectNextRun(
        _ scene: Scene, _ bench: MirrorBench, _ comment: Comment
    ) async throws {
        // Whatever was left over, pruning first touches nothing that is published.
        if try await MirrorState.load(from: bench.store) != nil {
            _ = try await MirrorRun.prune(
                bench.store, keep: nil, options: Self.options,
                time: bench.clock.time(idleLimit: .seconds(1)))
            _ = try expectWhole(bench, comment)
        }
        let signing = signing(scene.keys.after)
        try await bench.sync(scene.part, options: Self.options, signing: signing)
        #expect(
            try expectWhole(bench, comment) == "KEY \(scene.keys.after ?? "A")", comment)
        let held = Set(try bench.published([MirrorBench.everything]).map(\.path.text))
        #expect(Set(bench.items) == held, comment)
        let again = try await bench.sync(scene.part, options: Self.options, signing: signing)
        #expect(!again.isChanged, comment)
        // Nothing is leaked: the index, what it names, and the public key.
        let names = bench.documents
        let index = try StreamIndex(
            parsing: MirrorBench.unsigned(try #require(bench.bytes(SampleMirrorStream.index))))
        let keyrings = scene.keys.after == nil ? [] : ["keyring.asc", "keyring.gpg"]
        let named = index.entries.map(\.path.name) + ["index.sjson"] + keyrings
        #expect(names.sorted() == named.sorted(), comment)
    }

    @Test(arguments: Scene.allCases)
    func `killed at any operation`(_ scene: Scene) async throws {
        var operations = Killing.first
        while try await kill(scene, after: operations) { operations += Killing.stride }
        #expect(operations > 20, "the scene has operations to be killed at")
    }
}
