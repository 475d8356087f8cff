import Foundation
import Testing

@testable import SimpleStreams

/// Links and other things that somebody planted where the mirror's own files are to be.
@Suite struct DirectoryStorePlantedTests {
    private static func file(_ path: String, _ bytes: [UInt8]) throws -> FileEntry {
        FileEntry(
            path: try RelativePath(item: path), size: Int64(bytes.count),
            sha256: SHA256Digest.of(bytes))
    }

    private func put(_ path: String, _ bytes: [UInt8], in store: DirectoryStore) async throws {
        let writer = try store.begin(try Self.file(path, bytes))
        try writer.append(bytes.span.bytes)
        _ = try await writer.commit()
    }

    private func expectPlanted(
        _ name: String, at location: SourceLocation = #_sourceLocation,
        _ work: () async throws -> Void
    ) async {
        await #expect(sourceLocation: location) {
            try await work()
        } throws: { error in
            guard let error = error as? StoreError else { return false }
            return error.kind == .planted && error.detail.contains(name)
        }
    }

    static let plantedPaths = ["a", "a/b", "a/b/c"]

    @Test(arguments: plantedPaths)
    func `a link anywhere on an item's path is refused by name and not followed`(_ link: String)
        async throws
    {
        let bench = MirrorBench()
        let outside = bench.directory + "-outside"
        try FileManager.default.createDirectory(
            atPath: outside + "/b", withIntermediateDirectories: true)
        try Data([9]).write(to: URL(fileURLWithPath: outside + "/b/c"))
        let place = "\(bench.directory)/\(link)"
        try FileManager.default.createDirectory(
            atPath: (place as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        let target = link == "a/b/c" ? outside + "/b/c" : outside
        try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
        let store = bench.directoryStore
        let path = try RelativePath("a/b/c")
        await expectPlanted(link) { _ = try store.look(at: path) }
        await expectPlanted(link) { try store.read(path) { _ in true } }
        await expectPlanted(link) { try store.delete(path) }
        await expectPlanted(link) { _ = try store.begin(Self.file("a/b/c", [1])) }
        await expectPlanted(link) { try store.publish([StoredDocument(path: path, bytes: [1])]) }
        #expect(FileManager.default.contents(atPath: outside + "/b/c") == Data([9]))
    }

    @Test func `a link in place of the engine's own directory, lock, parts or record is refused`()
        async throws
    {
        for name in ["", "/lock", "/partial", "/state.json"] {
            let bench = MirrorBench()
            let outside = bench.directory + "-outside"
            try FileManager.default.createDirectory(
                atPath: outside, withIntermediateDirectories: true)
            let own = "\(bench.directory)/.maas-boot"
            try FileManager.default.createDirectory(
                atPath: name.isEmpty ? bench.directory : own, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: own + name, withDestinationPath: outside)
            await #expect {
                let hold = try await bench.directoryStore.hold(waiting: .zero)
                defer { (hold as? DirectoryHold)?.release() }
                _ = try bench.directoryStore.begin(Self.file("a", [1]))
                try bench.directoryStore.setRecord(.state, to: [1])
            } throws: { error in
                (error as? StoreError)?.kind == .planted
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
        }
    }

    @Test func `a link in place of a part is refused`() async throws {
        let bench = MirrorBench()
        let file = try Self.file("a", [1, 2, 3])
        try bench.write(".maas-boot/partial/note", [])
        try bench.write("../target", [7])
        try FileManager.default.createSymbolicLink(
            atPath: "\(bench.directory)/.maas-boot/partial/\(PartRecord.name(of: file)).part",
            withDestinationPath: "\(bench.directory)/../target")
        await expectPlanted("a") { _ = try bench.directoryStore.begin(file) }
        #expect(bench.bytes("../target") == [7])
    }

    @Test func `a pipe or a directory in place of an item is refused without waiting`()
        async throws
    {
        let bench = MirrorBench()
        try bench.write("d/x", [1])
        mkfifo("\(bench.directory)/pipe", 0o644)
        for name in ["pipe", "d"] {
            let path = try RelativePath(name)
            await expectPlanted(name) { _ = try bench.directoryStore.look(at: path) }
            await expectPlanted(name) { try bench.directoryStore.read(path) { _ in true } }
        }
        #expect(bench.exists("d/x"))
    }

    @Test func `the mirror's directory itself may be a link`() async throws {
        let bench = MirrorBench()
        let above = (bench.directory as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: above + "/real", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: bench.directory, withDestinationPath: "real")
        try await put("a/b", [5], in: bench.directoryStore)
        #expect(FileManager.default.contents(atPath: above + "/real/a/b") == Data([5]))
    }
}
