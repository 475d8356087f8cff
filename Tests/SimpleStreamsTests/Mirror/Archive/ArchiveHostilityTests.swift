import Foundation
import Testing

@testable import SimpleStreams

/// Archives made by somebody who means harm: all digests fit, only the content does not.
@Suite struct ArchiveHostilityTests {
    /// An archive with another manifest, whose digest is right.
    private func archive(
        _ bench: ArchiveBench, changing text: (inout String) -> Void
    ) async throws -> [UInt8] {
        let archive = try await bench.packed()
        let size = try #require(TarHeader.size(in: Array(archive.prefix(512))))
        var manifest = String(decoding: archive[512..<(512 + Int(size))], as: UTF8.self)
        text(&manifest)
        let bytes = Array(manifest.utf8)
        let time = Int64(1_724_234_400)
        var made: [UInt8] = []
        for (path, content) in [
            (PackLayout.manifestPath, bytes),
            (PackLayout.digestPath, PackLayout.digestLine(of: bytes)),
        ] {
            let count = Int64(content.count)
            made += TarHeader.bytes(path: path, size: count, time: time) + content
            made += [UInt8](repeating: 0, count: TarHeader.padding(after: count))
        }
        var cursor = ArchiveCursor(MemoryInput(archive))
        let layout = try await cursor.manifest().1
        return made + archive[Int(layout.entries[2].start)...]
    }

    @Test(arguments: [
        "../focal", "/focal", "focal/../../etc", "./focal", "focal\\\\x", "streams", ".maas-boot",
        "index.html", "-focal", "focal%2e", "focal//x",
    ])
    func `paths that leave the tree or meet its own names are refused`(path: String) async throws {
        let bench = ArchiveBench()
        let archive = try await archive(bench) { text in
            text = text.replacing("\"path\" : \"focal/", with: "\"path\" : \"\(path)/")
        }
        let refusal = await bench.refusal(archive)
        #expect(refusal?.contains("refused") == true, "\(refusal ?? "published")")
        #expect(!bench.there.exists(""))
    }

    @Test(arguments: [
        (#""size" : 2500"#, #""size" : -2500"#),
        (#""size" : 2500"#, #""size" : 9223372036854775807"#),
        (#""size" : 1500"#, #""size" : 1501"#), (#""items" : 5"#, #""items" : 6"#),
        (#""upstream" : "http"#, #""upstream" : "file"#), (#""parts" : ["#, #""part" : ["#),
        ("maas-boot-pack:1", "maas-boot-pack:2"),
        (#""index_path" : "streams/v1/index.sjson""#, #""index_path" : "streams/v1/other.sjson""#),
        (#""path" : "focal/amd64/20240802"#, #""path" : "focal/amd64/20240801"#),
    ])
    func `a manifest that lies is refused`(_ old: String, _ new: String) async throws {
        let bench = ArchiveBench()
        let archive = try await archive(bench) { text in
            #expect(text.contains(old))
            text = text.replacing(old, with: new)
        }
        let refusal = await bench.refusal(archive)
        #expect(refusal != nil)
        #expect(!bench.there.exists(""))
    }

    @Test func `a file that the signed metadata does not name is refused`() async throws {
        let bench = ArchiveBench()
        // The filters take less than what is packed.
        let archive = try await archive(bench) { text in
            text = text.replacing(#""filters" : ["#, with: #""filters" : [ "os~grub""#)
        }
        let refusal = await bench.refusal(archive)
        #expect(refusal?.contains("does not name") == true, "\(refusal ?? "published")")
        #expect(bench.there.items.isEmpty)
    }

    @Test func `filters that take more than is packed are refused`() async throws {
        let bench = ArchiveBench()
        try await bench.here.sync(MirrorBench.focal)
        let archive = try await archiveOfFocal(bench)
        let refusal = await bench.refusal(archive)
        #expect(refusal?.contains("relies on 1 file") == true, "\(refusal ?? "published")")
    }

    private func archiveOfFocal(_ bench: ArchiveBench) async throws -> [UInt8] {
        let output = MemoryOutput()
        let pack = MirrorPack(store: bench.here.store, verifier: FakeVerifier())
        let plan = try await pack.plan()
        let text = String(decoding: plan.manifestBytes, as: UTF8.self)
            .replacing("release=focal", with: "os~.")
        let manifest = try PackManifest(reading: Array(text.utf8))
        let documents = try plan.manifest.documents.map { file in
            StoredDocument(path: file.path, bytes: try #require(bench.here.bytes(file.path.text)))
        }
        try await pack.write(PackPlan(manifest, documents: documents), to: output)
        return output.bytes
    }

    @Test(arguments: ["1", "2", "3", "5", "6", "L", "x"])
    func `anything but the expected file is refused`(type: String) async throws {
        let bench = ArchiveBench()
        var archive = try await bench.packed()
        var cursor = ArchiveCursor(MemoryInput(archive))
        let layout = try await cursor.manifest().1
        let entry = layout.entries[6]
        archive[Int(entry.start) + 156] = try #require(type.utf8.first)
        let refusal = await bench.refusal(archive, asStream: true)
        #expect(refusal?.contains("at byte \(entry.start)") == true, "\(refusal ?? "published")")
        #expect(refusal?.contains(entry.file.path.text) == true)
        bench.expectNothing()
    }

    @Test(arguments: ["duplicate", "extra", "swapped", "dropped"])
    func `entries in other numbers or another order are refused`(trick: String) async throws {
        let bench = ArchiveBench()
        let archive = try await bench.packed()
        var cursor = ArchiveCursor(MemoryInput(archive))
        let layout = try await cursor.manifest().1
        var pieces = layout.entries.map { Array(archive[Int($0.start)..<Int($0.end)]) }
        let last = pieces.count - 1
        switch trick {
        case "duplicate": pieces.append(pieces[last])
        case "extra":
            let header = TarHeader.bytes(path: try RelativePath("evil"), size: 0, time: 0)
            pieces.append(header)
        case "swapped": pieces.swapAt(last, last - 1)
        default: pieces.remove(at: last - 1)
        }
        let made = pieces.flatMap { $0 } + TarHeader.trailer
        for asStream in [false, true] {
            let refusal = await bench.refusal(made, asStream: asStream)
            #expect(refusal != nil, "\(trick)")
            bench.expectNothing()
            #expect(!bench.there.exists("evil"))
        }
    }

    @Test func `something else is not taken for an archive`() async throws {
        let bench = ArchiveBench()
        for bytes in [[UInt8](repeating: 0, count: 2048), [UInt8](repeating: 65, count: 2048)] {
            let refusal = await bench.refusal(bytes)
            #expect(refusal?.contains("not an archive") == true)
        }
    }
}
