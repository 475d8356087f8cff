import Foundation
import Sandbox
import TestSupport
import Testing

/// Metadata with a good signature that is out to do harm, or broken.
@Suite struct MirrorHostileMetadataTests {
    private func refused(
        _ fault: StreamFault, on pattern: String = "*", status: Set<Int32>, says: String? = nil
    ) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(fault, on: pattern)
            let start = ContinuousClock.now
            let run = await fixture.sync("--retries", "2")
            #expect(status.contains(run.status), "\(run.status): \(run.error)")
            if let says { #expect(run.error.contains(says), "\(run.error)") }
            #expect(ContinuousClock.now - start < .seconds(60))
            #expect(fixture.mirror.documents.isEmpty)
            let around = try FileManager.default.contentsOfDirectory(atPath: fixture.room.path)
            #expect(Set(around).isSubset(of: ["mirror", "home"]))
        }
    }

    @Test func `an index of five gigabytes is not read`() async throws {
        try await refused(.enormous(), on: "*/index.sjson", status: [1, 6])
    }

    @Test func `an index that would be ten gigabytes when unpacked is not unpacked`() async throws {
        try await refused(.gzipBomb(), on: "*/index.sjson", status: [1, 6])
    }

    @Test func `arrays a hundred thousand deep are refused`() async throws {
        try await refused(.deep(), status: [1])
    }

    @Test func `a key that is there twice is refused`() async throws {
        try await refused(.duplicateKeys, status: [1])
    }

    @Test(arguments: ["-1", "99999999999999999999999", "1.5", "\"0x12\"", "null", "1e30"])
    func `a size that is none is refused`(size: String) async throws {
        try await refused(.itemSize(size), status: [1])
    }

    @Test func `a size beyond the disk is refused before a byte`() async throws {
        try await refused(.itemSize("900000000000"), status: [1], says: "are free")
    }

    @Test(arguments: ["../../x.sjson", "/etc/passwd", "a\\..\\b.sjson", "%2e%2e/x.sjson"])
    func `a products file outside of the tree is refused`(path: String) async throws {
        try await refused(.productsPath(path), status: [1])
    }

    @Test func `a content id that is a path is refused or harmless`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.contentID("../../x"))
            _ = await fixture.sync()
            let around = try FileManager.default.contentsOfDirectory(atPath: fixture.room.path)
            #expect(Set(around).isSubset(of: ["mirror", "home"]))
        }
    }

    @Test(arguments: ["not a date", "", "9999-99-99"])
    func `a time that is none is no reason to believe everything`(updated: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            try await fixture.server.publishAgain()
            try fixture.server.misbehave(.updated(updated))
            let run = await fixture.sync()
            #expect(run.status == 6, "\(run.error)")
        }
    }

    @Test func `garbage in place of a document is refused`() async throws {
        try await refused(.garbage, on: "*/index.sjson", status: [6])
        try await refused(.garbage, on: "*:v3:download.sjson", status: [6])
    }

    @Test func `products newer than the index that names them are mirrored as they are`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.publishesAfterIndex, times: 1)
            let run = await fixture.sync()
            // Whichever way it is judged, what is published is whole.
            #expect(run.status == 0, "\(run.error)")
            #expect(try fixture.mirror.items().allSatisfy(fixture.mirror.isRight))
        }
    }
}
