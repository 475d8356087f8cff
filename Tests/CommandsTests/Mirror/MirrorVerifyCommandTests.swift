import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorVerifyCommandTests {
    @Test func `finds a whole mirror sound`() async throws {
        try await MirrorFixture.with { fixture in
            let mirror = try await fixture.made()
            let run = await fixture.verify()
            #expect(run.status == 0)
            let paths = Set(try mirror.items().map(\.path))
            #expect(
                run.output
                    == "\(fixture.directory): all \(paths.count) selected files are right (by size); "
                    + "the metadata names no others\n")
        }
    }

    @Test func `finds missing and short files by size, and names them`() async throws {
        try await MirrorFixture.with { fixture in
            let mirror = try await fixture.made("--max", "1", "--arch", "amd64")
            let (gone, short) = try fixture.spoil()
            let run = await fixture.verify("-o", "json")
            #expect(run.status == 2)
            #expect(run.json["sound"] == false)
            let findings = run.json["findings"]?.elements ?? []
            #expect(Set(findings.compactMap { $0["path"]?.text }) == [gone.path, short.path])
            #expect(mirror.bytes(gone.path) == nil)
        }
    }

    @Test func `finds other bytes of the right size by hash alone`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let item = try fixture.flip()
            let quick = await fixture.verify()
            #expect(quick.status == 0)
            #expect(quick.output.contains("1 file changed since the mirror wrote or read it"))
            let run = await fixture.verify("--checksum")
            #expect(run.status == 2)
            #expect(run.output.contains("wrong: \(item.path)"))
        }
    }

    @Test func `repairs what is missing, short and wrong`() async throws {
        try await MirrorFixture.with { fixture in
            let mirror = try await fixture.made("--max", "1", "--arch", "amd64")
            let (gone, short) = try fixture.spoil()
            let flipped = try fixture.flip(except: [gone.path, short.path])
            fixture.server.clearRequests()
            let run = await fixture.verify("--checksum", "--repair", "-o", "json")
            #expect(run.status == 0, "\(run.error)")
            let wrong: Set = [gone.path, short.path, flipped.path]
            #expect(Set(run.json["repaired"]?.elements.compactMap(\.text) ?? []) == wrong)
            #expect([gone, short, flipped].allSatisfy(mirror.isRight))
            // Nothing else was asked for.
            let prefix = "/ephemeral-v3/stable/"
            let asked = Set(fixture.server.requests().map { $0.path.dropFirst(prefix.count) })
            #expect(asked == Set(wrong.map { $0[...] }))
            #expect(await fixture.verify("--checksum").status == 0)
        }
    }

    @Test func `says what could not be repaired`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let item = try fixture.flip()
            try fixture.server.misbehave(.status(404), on: "*/\(item.path)")
            let run = await fixture.verify("--checksum", "--repair")
            #expect(run.status == 2)
            #expect(run.output.contains("wrong: \(item.path)"))
            #expect(run.error.contains("HTTP 404"))
        }
    }

    @Test func `needs no upstream`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            fixture.server.clearRequests()
            #expect(await fixture.verify("--checksum").status == 0)
            #expect(fixture.server.requests().isEmpty)
        }
    }

    @Test func `finds a document of the mirror that was changed`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            let path = mirror.path("streams/v1/index.sjson")
            let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            try text.replacing("image-ids", with: "image-idz").write(
                toFile: path, atomically: true, encoding: .utf8)
            let run = await fixture.verify()
            #expect(run.status == 6)
            #expect(run.error.contains("index.sjson"))
        }
    }

    @Test(arguments: [
        (["verify", "/srv/none", "--maas-version", "3.5"], "--for maas"),
        (["verify", "/srv/none", "--freeze-days=-1"], "--freeze-days is not negative"),
        (["list", "/srv/none", "--freeze-days=-1"], "--freeze-days is not negative"),
    ])
    func `refuses what would mean nothing`(words: [String], text: String) async {
        let run = await MirrorFixture.run(
            ["mirror"] + words, in: CapturedContext(home: "/nonexistent", clock: BriskClock()))
        #expect(run.status == 64)
        #expect(run.error.contains(text), "\(run.error)")
    }

    @Test func `says of a directory without a mirror how to make one`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            for words in [
                ["verify", "--keyring", fixture.server.keyringPath], ["list"], ["prune"],
            ] {
                let run = await fixture.run(["mirror"] + words + [fixture.directory])
                #expect(run.status == 7, "\(words)")
                #expect(run.error.contains("maas-boot mirror sync"), "\(run.error)")
                #expect(!FileManager.default.fileExists(atPath: fixture.directory))
            }
        }
    }

    @Test func `says that nobody's signature was checked`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let run = await fixture.run(["mirror", "verify", fixture.directory, "-U"])
            #expect(run.status == 0)
            #expect(run.error.contains("warning: signatures are not checked"), "\(run.error)")
            #expect(await !fixture.verify().error.contains("signatures"))
        }
    }

    @Test func `figures stay as they are when the mirror does not say when it succeeded`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            let file = fixture.room.path("maas.prom")
            try await fixture.made("--metrics-file", file)
            let before = try String(contentsOfFile: file, encoding: .utf8)
            #expect(before.contains("last_success_timestamp_seconds{"))
            try "{".write(
                toFile: fixture.mirror.path(".maas-boot/state.json"), atomically: true,
                encoding: .utf8)
            #expect(await fixture.sync("--metrics-file", file).status == 1)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        }
    }

    @Test func `writes a promised set of fields, and figures`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let file = fixture.room.path("maas.prom")
            let run = await fixture.verify("-o", "json", "--metrics-file", file)
            #expect(
                run.json.names == [
                    "directory", "sound", "checksum", "advertised_files", "selected_files",
                    "held_files", "held_bytes", "vouched_files", "unproven_files",
                    "unselected_products", "fingerprint", "findings", "acceptance", "repaired",
                ])
            #expect(run.json["fingerprint"]?.text == fixture.server.fingerprint)
            let metrics = try String(contentsOf: URL(filePath: file), encoding: .utf8)
            #expect(metrics.contains("verify_success{"))
        }
    }
}

extension MirrorFixture {
    /// Removes one image file of the mirror and cuts another short.
    func spoil() throws -> (gone: PublishedMirror.Item, short: PublishedMirror.Item) {
        let held = try mirror.newestItems().filter(mirror.isRight).sorted { $0.path < $1.path }
        let gone = held[0]
        let short = held.last { $0.path != gone.path } ?? gone
        try FileManager.default.removeItem(atPath: mirror.path(gone.path))
        let bytes = mirror.bytes(short.path) ?? Data()
        try bytes.dropLast().write(to: URL(filePath: mirror.path(short.path)))
        return (gone, short)
    }

    /// Changes one byte of one file of the mirror, and leaves its size and time.
    @discardableResult
    func flip(except others: Set<String> = []) throws -> PublishedMirror.Item {
        let held = try mirror.newestItems().filter(mirror.isRight)
        let item = try #require(held.filter { !others.contains($0.path) }.max { $0.size < $1.size })
        let path = mirror.path(item.path)
        let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        var bytes = try #require(mirror.bytes(item.path))
        bytes[bytes.count / 2] ^= 0xff
        try bytes.write(to: URL(filePath: path))
        try FileManager.default.setAttributes(
            [.modificationDate: time ?? Date()], ofItemAtPath: path)
        return item
    }
}
