import Foundation
import Testing

@testable import SimpleStreams

/// Archives that carry only what the other side lacks.
@Suite struct HeldFilesTests {
    enum Record: String, CaseIterable { case archive, manifest, state }

    /// What the other side has, told in each of the ways there are.
    private func held(_ record: Record, _ bench: ArchiveBench, _ archive: [UInt8]) async throws
        -> HeldFiles
    {
        switch record {
        case .archive: return try await HeldFiles(reading: MemoryInput(archive))
        case .manifest:
            let plan = try await MirrorPack(
                store: bench.here.store, verifier: FakeVerifier()
            ).plan()
            return try await HeldFiles(reading: MemoryInput(plan.manifestBytes))
        case .state:
            let bytes = try #require(try bench.there.directoryStore.record(.state))
            return try await HeldFiles(reading: MemoryInput(bytes))
        }
    }

    @Test(arguments: Record.allCases)
    func `only what the other side lacks is packed`(record: Record) async throws {
        let bench = ArchiveBench()
        let full = try await bench.packed()
        try await bench.unpack(full)
        let held = try await held(record, bench, full)
        bench.here.upstream.stream.publish("20240803")
        try await bench.here.sync()
        let archive = try await bench.pack(since: held)
        let source = try await ArchiveSource.open(MemoryInput(archive))
        #expect(source.manifest.items.map(\.path.text).allSatisfy { $0.contains("20240803") })
        #expect(source.manifest.reliesOn.count == 3)
        try await bench.unpack(archive, asStream: true)
        for path in try bench.here.published([MirrorBench.everything]).map(\.path.text) {
            #expect(bench.there.bytes(path) == bench.here.bytes(path))
        }
    }

    @Test func `a chain of archives needs only the one before`() async throws {
        let bench = ArchiveBench()
        var last = try await bench.packed()
        try await bench.unpack(last)
        for day in 3...5 {
            let held = try await HeldFiles(reading: MemoryInput(last))
            bench.here.upstream.stream.publish("2024080\(day)")
            try await bench.here.sync()
            last = try await bench.pack(since: held)
            try await bench.unpack(last)
        }
        try bench.there.expectSound([MirrorBench.everything])
    }

    @Test func `files that wait to be deleted are not relied on`() async throws {
        let bench = ArchiveBench()
        try await bench.unpack(try await bench.packed())
        bench.here.upstream.stream.publish("20240803")
        try await bench.unpack(try await bench.packed())
        let state = try #require(try await MirrorState.load(from: bench.there.store))
        let old = SampleMirrorStream.path("focal", "20240801")
        #expect(bench.there.exists(old))
        #expect(!HeldFiles(state).files.contains { $0.path.text == old })
    }

    @Test(arguments: ["gone", "size", "content", "never"])
    func `a file relied on that is not there, or not right, is named`(fault: String) async throws {
        let bench = ArchiveBench()
        let full = try await bench.packed()
        if fault != "never" { try await bench.unpack(full) }
        let held = try await HeldFiles(reading: MemoryInput(full))
        bench.here.upstream.stream.publish("20240803")
        try await bench.here.sync()
        let archive = try await bench.pack(since: held)
        let path = SampleMirrorStream.path("focal", "20240802")
        switch fault {
        case "gone": try FileManager.default.removeItem(atPath: "\(bench.there.directory)/\(path)")
        case "size": try bench.there.write(path, [1])
        case "content": try bench.there.write(path, [UInt8](repeating: 1, count: 2500))
        default: break
        }
        let before = bench.there.bytes(SampleMirrorStream.index)
        var thrown: ArchiveError?
        do {
            try await bench.unpack(archive)
        } catch MirrorError.archive(let error) {
            thrown = error
        }
        #expect(thrown?.kind == .lacking)
        #expect(thrown?.paths.contains(path) == true)
        #expect(thrown?.paths.count == (fault == "never" ? 3 : 1))
        #expect(bench.there.bytes(SampleMirrorStream.index) == before)
    }

    @Test func `something else is not taken for a record`() async throws {
        for text in ["", "{}", "hello", #"{"format": "other"}"#] {
            await #expect(throws: ArchiveError.self) {
                _ = try await HeldFiles(reading: MemoryInput(Array(text.utf8)))
            }
        }
    }
}
