import Foundation
import Testing

@testable import SimpleStreams

/// A mirror that signs metadata of its own, reduced to what it holds.
@Suite(.everyPlace) struct MirrorSigningTests {
    private let index = SampleMirrorStream.index

    private var options: MirrorOptions {
        var options = MirrorBench.options
        options.grace = 0
        return options
    }

    /// All files below `streams/`.
    private func documents(_ bench: MirrorBench) -> [String] {
        bench.documents.sorted()
    }

    @Test func `metadata names what the mirror holds and no more, and the key lies beside it`()
        async throws
    {
        let bench = MirrorBench()
        let signer = FakeSigner()
        let outcome = try await bench.sync(MirrorBench.focal, signing: signer.signing)
        #expect(bench.signer(of: index) == "KEY C")
        // Every file that any filter takes of it is there.
        try bench.expectSound([MirrorBench.everything])
        let named = Set(try bench.published([MirrorBench.everything]).map(\.path.text))
        #expect(named == Set(bench.items) && !named.isEmpty)
        #expect(bench.bytes("streams/v1/keyring.gpg") == Array("public C".utf8))
        #expect(bench.bytes("streams/v1/keyring.asc") == Array("armoured C".utf8))
        #expect(outcome.signer == FakeVerifier.fingerprint("A"))
        #expect(outcome.plan.site?.fingerprint == FakeVerifier.fingerprint("C"))
        #expect(!outcome.warnings.contains { if case .advertisesMore = $0 { true } else { false } })
        // Nothing of focal is in the boot loaders' file, so the index does not list it.
        let read = try StreamIndex(parsing: MirrorBench.unsigned(try #require(bench.bytes(index))))
        #expect(read.entries.map(\.contentID) == ["com.ubuntu.maas:stable:v3:download"])
        #expect(
            read.entries[0].path.text.hasPrefix("streams/v1/com.ubuntu.maas:stable:v3:download."))
    }

    @Test func `nothing is signed anew while nothing changed`() async throws {
        let bench = MirrorBench()
        let signer = FakeSigner()
        try await bench.sync(signing: signer.signing)
        let before = documents(bench)
        #expect(signer.signed == 3)
        let again = try await bench.sync(signing: signer.signing)
        #expect(!again.isChanged && again.plan.isUpToDate && signer.signed == 3)
        #expect(documents(bench) == before)
        // Upstream publishes a version that the filters do not take: nothing to sign either.
        let plan = try await bench.run(signing: signer.signing).plan()
        #expect(plan.isUpToDate && signer.signed == 3)
    }

    @Test func `only what changed is signed anew, and old documents go after the grace time`()
        async throws
    {
        let bench = MirrorBench()
        let signer = FakeSigner()
        var options = options
        options.grace = 1000
        try await bench.sync(options: options, signing: signer.signing)
        let before = Set(documents(bench))
        bench.upstream.stream.versions.append("20240803")
        try await bench.sync(options: options, signing: signer.signing)
        // The index and the images' file, whose `updated` is what it was; not the boot loaders'.
        #expect(signer.signed == 5)
        #expect(Set(documents(bench)).isSuperset(of: before))
        bench.clock.advance(2000)
        try await bench.sync(options: options, signing: signer.signing)
        let after = Set(documents(bench))
        #expect(after.count == before.count && after != before)
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `a document somebody changed or removed is published again`() async throws {
        let bench = MirrorBench()
        let signer = FakeSigner()
        try await bench.sync(signing: signer.signing)
        let own = try #require(documents(bench).first { $0.contains("v3:download.") })
        for spoil in [[], Array("KEY C\n{}".utf8)] {
            try bench.write("streams/v1/\(own)", spoil)
            let mended = try await bench.sync(signing: signer.signing)
            #expect(mended.isChanged)
            try bench.expectSound([MirrorBench.everything])
        }
        try bench.remove("streams/v1/keyring.gpg")
        try await bench.sync(signing: signer.signing)
        #expect(bench.exists("streams/v1/keyring.gpg"))
        #expect(signer.signed == 5)
    }

    @Test func `goes from upstream's signature to the site's and back, leaving nothing behind`()
        async throws
    {
        let bench = MirrorBench()
        let signer = FakeSigner()
        let part = MirrorPart(filters: ["release=focal"])
        try await bench.sync(part, options: options)
        let upstream = documents(bench)
        let there = try await bench.sync(part, options: options, signing: signer.signing)
        #expect(there.warnings.contains(.siteSignature(FakeVerifier.fingerprint("C"))))
        #expect(there.results.isEmpty, "no item is fetched again")
        #expect(!bench.exists(SampleMirrorStream.images))
        try bench.expectSound([MirrorBench.everything])
        let back = try await bench.sync(part, options: options)
        #expect(back.warnings.contains(.upstreamSignature))
        #expect(documents(bench) == upstream)
        for (path, bytes) in bench.upstream.stream.documents { #expect(bench.bytes(path) == bytes) }
        let state = try #require(try await MirrorState.load(from: bench.store))
        #expect(state.signing == nil)
        #expect(!state.files.keys.contains { $0.text.hasPrefix("streams/") })
    }

    @Test func `another key takes the place of the first in one step`() async throws {
        let bench = MirrorBench()
        try await bench.sync(options: options, signing: FakeSigner("C").signing)
        let outcome = try await bench.sync(options: options, signing: FakeSigner("D").signing)
        #expect(outcome.warnings.contains(.siteSignature(FakeVerifier.fingerprint("D"))))
        #expect(bench.bytes("streams/v1/keyring.gpg") == Array("public D".utf8))
        for name in documents(bench) where name.hasSuffix(".sjson") {
            #expect(bench.signer(of: "streams/v1/\(name)") == "KEY D", "\(name)")
        }
    }

    @Test func `upstream's signature, age and key are judged as ever`() async throws {
        let bench = MirrorBench()
        let signer = FakeSigner()
        try await bench.sync(signing: signer.signing)
        let before = bench.bytes(index)
        bench.upstream.stream.key = "B"
        bench.upstream.stream.minute = 5
        await #expect(throws: MirrorError.self) {
            try await bench.run(signing: signer.signing).sync()
        }
        bench.upstream.stream.key = "A"
        bench.upstream.stream.minute = -5
        await #expect(throws: MirrorError.self) {
            try await bench.run(signing: signer.signing).sync()
        }
        bench.upstream.stream.key = "Z"
        await #expect(throws: MirrorError.self) {
            try await bench.run(signing: signer.signing).sync()
        }
        #expect(bench.bytes(index) == before && signer.signed == 3)
    }

    @Test func `a key that does not sign is found out before anything is fetched`() async throws {
        let bench = MirrorBench()
        let signer = FakeSigner()
        signer.fail(.passphrase("C"))
        await #expect(throws: MirrorError.self) {
            try await bench.run(signing: signer.signing).sync()
        }
        let asked = bench.upstream.requests.map(\.path)
        #expect(!asked.contains { !$0.hasPrefix("streams/") } && bench.items.isEmpty)
        #expect(!bench.exists(index))
    }

    @Test func `a plan makes no key and signs nothing`() async throws {
        let bench = MirrorBench()
        let signer = FakeSigner(isMade: false)
        let plan = try await bench.run(signing: signer.signing).plan()
        #expect(plan.site?.fingerprint == nil && plan.site != nil && !plan.isUpToDate)
        #expect(signer.signed == 0 && !bench.exists("streams"))
        #expect(plan.warnings.contains(.siteSignature(nil)))
    }

    @Test func `is verified by its own key alone`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal, signing: FakeSigner().signing)
        var verifier = FakeVerifier()
        verifier.keys = ["C"]
        let verify = MirrorVerify(store: bench.store, verifier: verifier, readsAll: true)
        let report = try await verify.verify()
        #expect(report.isSound && report.signer == FakeVerifier.fingerprint("C"))
        #expect(report.advertised == report.selected && report.unselectedProducts == 0)
        let foreign = MirrorVerify(store: bench.store, verifier: FakeVerifier(), readsAll: false)
        await #expect(throws: MirrorError.self) { try await foreign.verify() }
    }

    @Test func `pruning leaves what is published alone`() async throws {
        let bench = MirrorBench()
        try await bench.sync(options: options, signing: FakeSigner().signing)
        let before = documents(bench)
        bench.clock.advance(1_000_000)
        _ = try await MirrorRun.prune(bench.store, keep: nil, options: options)
        #expect(documents(bench) == before)
        try bench.expectSound([MirrorBench.everything])
    }
}
