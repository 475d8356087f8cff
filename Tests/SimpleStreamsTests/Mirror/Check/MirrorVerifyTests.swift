import Foundation
import Testing

@testable import SimpleStreams

@Suite(.everyPlace) struct MirrorVerifyTests {
    typealias Sample = SampleMirrorStream
    static let victim = Sample.path("focal", "20240802")

    private func verify(_ bench: MirrorBench, readsAll: Bool = true) async throws -> VerifyReport {
        try await MirrorVerify(
            store: bench.store, verifier: FakeVerifier(), readsAll: readsAll
        ).verify()
    }

    @Test func `a whole mirror is sound, and says what it advertises beyond that`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        let report = try await verify(bench)
        #expect(report.isSound && report.selected == 4 && report.held == 4)
        #expect(report.advertised == 9 && report.unselectedProducts == 2)
        #expect(report.heldBytes == 13000)
        #expect(report.signer == FakeVerifier.fingerprint("A"))
    }

    @Test(.onDisk) func `missing, cut, changed and planted files are found`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        let paths = bench.items
        try bench.remove(paths[0])
        try bench.write(paths[1], [1])
        let right = try #require(bench.bytes(paths[2]))
        try bench.write(paths[2], Array(right.reversed()))
        try FileManager.default.removeItem(atPath: "\(bench.directory)/\(paths[3])")
        try FileManager.default.createSymbolicLink(
            atPath: "\(bench.directory)/\(paths[3])", withDestinationPath: "/etc/passwd")
        let report = try await verify(bench)
        let problems = Dictionary(
            uniqueKeysWithValues: report.findings.map { ($0.file.path.text, $0.problem) })
        #expect(problems[paths[0]] == .missing)
        #expect(problems[paths[1]] == .size(1))
        #expect(problems[paths[2]] == .content)
        guard case .unreadable(let error)? = problems[paths[3]] else {
            Issue.record("\(problems)")
            return
        }
        #expect(error.kind == .planted)
        let bySize = try await verify(bench, readsAll: false)
        #expect(!bySize.findings.contains { $0.problem == .content })
        #expect(bySize.findings.count == 3)
    }

    @Test func `missing, cut and changed files are found, wherever they are`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        let paths = bench.items
        try bench.remove(paths[0])
        try bench.write(paths[1], [1])
        let right = try #require(bench.bytes(paths[2]))
        try bench.write(paths[2], Array(right.reversed()))
        let report = try await verify(bench)
        let problems = report.findings.map(\.problem)
        #expect(problems.count == 3 && problems.contains(.content) && problems.contains(.missing))
        // What was not written by the mirror is vouched for by nobody.
        let bySize = try await verify(bench, readsAll: false)
        #expect(bySize.findings.count == 2)
        #expect(bySize.vouched == (bench.isOnDisk ? 0 : 1))
        #expect(bySize.unproven == 1 && report.unproven == 0)
    }

    @Test(arguments: [StoreError.Kind.unavailable, .forbidden, .unauthenticated, .failed])
    func `a store that does not answer is not a mirror with wrong files`(
        kind: StoreError.Kind
    ) async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        for operation in ["look", "read"] {
            let store = RefusingStore(bench.store, operation, kind)
            let error = await #expect(throws: MirrorError.self) {
                try await MirrorVerify(
                    store: store, verifier: FakeVerifier(), readsAll: true
                ).verify()
            }
            guard case .store(let refusal)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(refusal.kind == kind)
        }
    }

    @Test func `a mirror of nothing is not sound`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorPart(filters: ["release~focal|jammy"]))
        bench.upstream.stream.releases = []
        bench.upstream.stream.minute += 1
        try await bench.sync(MirrorBench.loaders, options: replacing)
        var state = try await MirrorState.known(in: bench.store)
        state.parts = [MirrorBench.focal]
        state.holdings = []
        try await state.save(to: bench.store)
        let report = try await verify(bench)
        #expect(report.selected == 0 && report.findings.isEmpty && !report.isSound)
    }

    private var replacing: MirrorOptions {
        var options = MirrorBench.options
        options.partChange = .replace
        return options
    }

    @Test func `metadata that was tampered with, or is not there, is not verified`() async throws {
        let bench = MirrorBench()
        await #expect(throws: MirrorError.self) { try await verify(bench) }
        try await bench.sync(MirrorBench.focal)
        let index = try #require(bench.bytes(Sample.index))
        try bench.write(Sample.index, MirrorBench.unsigned(index))
        await #expect(throws: MirrorError.self) { try await verify(bench) }
    }

    @Test func `repair fetches what is wrong and nothing newer`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        try bench.write(Self.victim, [UInt8](repeating: 1, count: 5000))
        bench.upstream.stream.publish("20240803")
        bench.upstream.forgetRequests()
        let results = try await bench.run(nil).repair(try await verify(bench))
        #expect(results.allSatisfy { $0.failure == nil })
        #expect(bench.upstream.paths == [Self.victim])
        #expect(try await verify(bench).isSound)
        // Withdrawn upstream since: said, and the rest is untouched.
        let gone = Sample.path("focal", "20240801")
        try bench.write(gone, [1])
        let failed = try await bench.run(nil).repair(try await verify(bench))
        guard case .source(let error)? = failed.first?.failure else {
            Issue.record("repaired what upstream has not")
            return
        }
        #expect(error.kind == .notFound)
    }
}

/// Refuses what begins with a word, for one item.
private final class RefusingStore: HookedStore, @unchecked Sendable {
    private let operation: String
    private let kind: StoreError.Kind

    init(_ inner: any Store, _ operation: String, _ kind: StoreError.Kind) {
        self.operation = operation
        self.kind = kind
        super.init(inner)
    }

    override func before(_ operation: String, bytes: Int) throws(StoreError) {
        if operation == "\(self.operation) \(MirrorVerifyTests.victim)" {
            throw StoreError(kind, "no answer")
        }
    }
}
