import Foundation
import Testing

@testable import SimpleStreams

/// A directory that `sstream-mirror` made becomes this engine's.
@Suite struct DirectoryStoreForeignTests {
    typealias Sample = SampleMirrorStream

    /// Lays out what `sstream-mirror --max 2` leaves behind for the sample stream's focal.
    private func layOut(_ bench: MirrorBench) throws {
        let stream = bench.upstream.stream
        var references: [String: [String]] = [:]
        for (path, bytes) in stream.files where path.hasPrefix("focal/") {
            try bench.write(path, bytes)
            references[path] = ["com.ubuntu.maas:stable:v3:download/product/version/item"]
        }
        references["../outside"] = []
        try bench.write(
            ".data/references.json", Array(try JSONEncoder().encode(references)))
        var focal = stream
        focal.releases = ["focal"]
        for (path, bytes) in focal.documents where path != Sample.index {
            let id = path.dropFirst("streams/v1/".count).dropLast(".sjson".count)
            try bench.write(".data/\(id)", MirrorBench.unsigned(bytes))
        }
        for (path, bytes) in stream.documents { try bench.write(path, bytes) }
    }

    @Test func `what the other tool mirrored is hashed and kept, not fetched`() async throws {
        let bench = MirrorBench()
        try layOut(bench)
        let outcome = try await bench.sync(MirrorBench.focal)
        #expect(outcome.plan.fetches.isEmpty && outcome.plan.kept.count == 4)
        #expect(bench.upstream.paths.allSatisfy { $0.hasPrefix("streams/") })
        #expect(try await bench.sync(MirrorBench.focal).plan.isUpToDate)
    }

    @Test func `wrong bytes it left behind are found though their size is right`() async throws {
        let bench = MirrorBench()
        try layOut(bench)
        let victim = Sample.path("focal", "20240801")
        try bench.write(victim, [UInt8](repeating: 0, count: 5000))
        #expect(try await bench.sync(MirrorBench.focal).plan.fetches.map(\.reason) == [.replaced])
        try bench.expectSound([MirrorBench.focal])
    }

    @Test func `older versions it mirrored go after the grace time`() async throws {
        let bench = MirrorBench()
        try layOut(bench)
        bench.upstream.stream.publish("20240803")
        let outcome = try await bench.sync(MirrorBench.focal)
        #expect(outcome.plan.removals.map(\.file.path.name) == ["boot-kernel", "squashfs"])
        bench.clock.advance(86401)
        try await bench.sync(MirrorBench.focal)
        #expect(!bench.exists(Sample.path("focal", "20240801")))
        try bench.expectSound([MirrorBench.focal])
    }

    @Test func `its files of products no filter selects stay and are counted`() async throws {
        let bench = MirrorBench()
        try layOut(bench)
        let outcome = try await bench.sync(MirrorBench.loaders)
        #expect(outcome.plan.removals.isEmpty)
        #expect(outcome.warnings.contains(.foreignFiles(4)))
        bench.clock.advance(1_000_000)
        try await bench.sync(MirrorBench.loaders)
        #expect(bench.exists(Sample.path("focal", "20240801")))
    }

    @Test func `records of it that cannot be understood name nothing`() throws {
        let bench = MirrorBench()
        try bench.write(".data/references.json", Array("{\"focal/x\": [".utf8))
        try bench.write(".data/other", Array("[]".utf8))
        #expect(try bench.directoryStore.foreignHoldings().isEmpty)
        try bench.write(".data/references.json", Array(#"{"../x": [], "focal/x": []}"#.utf8))
        #expect(try bench.directoryStore.foreignHoldings().map(\.path.text) == ["focal/x"])
    }
}
