import Foundation
import Testing

@testable import SimpleStreams

/// Archives that were damaged on their way: cut off, or with another bit somewhere.
@Suite struct ArchiveDamageTests {
    @Test(arguments: [false, true])
    func `cut off anywhere, it is refused, and says where`(asStream: Bool) async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        for length in stride(from: 0, to: archive.count, by: 509) {
            let refusal = await bench.refusal(Array(archive.prefix(length)), asStream: asStream)
            let said = try #require(refusal, "cut off after \(length) bytes")
            #expect(said.contains("ends after \(length) "), "\(said)")
            bench.expectNothing()
        }
        try await bench.unpack(archive, asStream: asStream)
        bench.expectSame()
    }

    @Test(arguments: [false, true])
    func `one bit flipped anywhere is found, or does no harm`(asStream: Bool) async throws {
        let stream = SampleMirrorStream.small
        let bench = ArchiveBench(stream)
        let archive = try await bench.packed()
        var found = 0
        for place in stride(from: 3, to: archive.count, by: 331) {
            var damaged = archive
            damaged[place] ^= 0x10
            let victim = ArchiveBench(stream)
            if let refusal = await victim.refusal(damaged, asStream: asStream) {
                found += 1
                #expect(!refusal.isEmpty)
                victim.expectNothing("bit at \(place)")
            } else {
                // Between files, where nothing is.
                try victim.there.expectSound([MirrorBench.everything])
                #expect(archive[place] == 0)
            }
        }
        #expect(found > 20)
    }

    /// Where a file's content begins in an archive.
    private func place(of path: String, in archive: [UInt8]) async throws -> Int {
        var cursor = ArchiveCursor(MemoryInput(archive))
        let layout = try await cursor.manifest().1
        let entry = try #require(layout.entries.first { $0.file.path.text == path })
        return Int(entry.content)
    }

    @Test(arguments: [false, true])
    func `a damaged item is named, and the others come`(asStream: Bool) async throws {
        let bench = ArchiveBench()
        var archive = try await bench.packed()
        let path = SampleMirrorStream.path("focal", "20240801")
        let place = try await place(of: path, in: archive)
        archive[place + 700] ^= 1
        let outcome = try await bench.unpack(archive, asStream: asStream)
        #expect(!outcome.isPublished)
        #expect(outcome.failures.map(\.file.path.text) == [path])
        let failure = try #require(outcome.failures.first?.failure)
        switch failure {
        case .wrongContent: #expect(!asStream)
        case .source(let error): #expect(asStream && error.kind == .damaged)
        default: Issue.record("\(failure)")
        }
        bench.expectNothing()
        archive[place + 700] ^= 1
        let next = try await bench.unpack(archive, asStream: asStream)
        #expect(next.results.map(\.file.path.text) == [path])
        bench.expectSame()
    }

    @Test func `a damaged document and a damaged manifest are named`() async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        for path in [
            SampleMirrorStream.index, ".maas-boot/pack.json", ".maas-boot/pack.json.sha256",
        ] {
            var damaged = archive
            damaged[try await place(of: path, in: archive) + 30] ^= 1
            let refusal = await bench.refusal(damaged)
            let name = path.replacing(".sha256", with: "")
            let isNamed = refusal?.contains(name) == true || refusal?.contains("manifest") == true
            #expect(isNamed, "\(refusal ?? "")")
            #expect(!bench.there.exists(""))
        }
    }
}
