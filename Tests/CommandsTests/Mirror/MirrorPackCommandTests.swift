import Commands
import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorPackCommandTests {
    @Test func `an archive brings the same mirror to another place`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            let packed = await fixture.pack("-o", "json")
            #expect(packed.status == 0, "\(packed.error)")
            #expect(packed.json["changed"] == true)
            let paths = Set(try mirror.items().map(\.path))
            #expect(packed.json["files"] == .number(Double(paths.count)))
            let size = try FileManager.default.attributesOfItem(atPath: fixture.archive)[.size]
            #expect(packed.json["bytes"] == (size as? NSNumber).map { .number($0.doubleValue) })
            let run = await fixture.unpack("--checksum")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.output.contains("\(paths.count) files fetched"), "\(run.output)")
            let other = PublishedMirror(fixture.otherSide)
            #expect(other.documents == mirror.documents)
            #expect(try other.items().allSatisfy(other.isRight))
            let verify = await fixture.run([
                "mirror", "verify", fixture.otherSide, "--checksum", "--keyring",
                fixture.server.keyringPath,
            ])
            #expect(verify.status == 0, "\(verify.error)")
            let sync = await fixture.run([
                "mirror", "sync", "--keyring", fixture.server.keyringPath, fixture.upstream,
                fixture.otherSide, "-o", "json",
            ])
            #expect(sync.json["changed"] == false, "\(sync.error)")
        }
    }

    @Test func `the archive that another one builds on is not written over`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            #expect(await fixture.pack().status == 0)
            let before = try Data(contentsOf: URL(filePath: fixture.archive))
            try await fixture.server.publishAgain()
            #expect(await fixture.sync().status == 0)
            let run = await fixture.pack("--since", fixture.archive)
            #expect(run.status == 64 && run.error.contains("the one that --since names"))
            #expect(try Data(contentsOf: URL(filePath: fixture.archive)) == before)
        }
    }

    @Test func `a mirror that signs itself is packed by its own key`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let key = try await SigningKeyFile.shared.key()
            let mirror = try await fixture.made("--sign", key.path)
            let packed = await fixture.run(
                ["mirror", "pack", fixture.directory, fixture.archive, "-o", "json"])
            #expect(packed.status == 0, "\(packed.error)")
            #expect(packed.json["fingerprint"]?.text == key.fingerprint)
            let keyring = mirror.path("streams/v1/keyring.gpg")
            let unpacked = await fixture.run(
                ["mirror", "unpack", fixture.archive, fixture.otherSide, "--keyring", keyring])
            #expect(unpacked.status == 0, "\(unpacked.error)")
            #expect(PublishedMirror(fixture.otherSide).documents == mirror.documents)
        }
    }

    @Test func `tar lists it and takes it apart, and sha256sum checks it`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            #expect(await fixture.pack().status == 0)
            let (status, output) = try await Tool.run("tar", ["-tf", fixture.archive])
            let names = String(decoding: output, as: UTF8.self).split(separator: "\n").map(
                String.init)
            #expect(status == 0)
            #expect(names.first == ".maas-boot/pack.json")
            #expect(Set(names.dropFirst(2)) == mirror.files)
            let place = fixture.room.path("apart")
            try FileManager.default.createDirectory(
                atPath: place, withIntermediateDirectories: true)
            let apart = try await Tool.run("tar", ["-xf", fixture.archive], in: place)
            #expect(apart.status == 0)
            let check = try await Tool.run(
                "sha256sum", ["--check", "--strict", ".maas-boot/pack.json.sha256"], in: place)
            #expect(check.status == 0)
            let other = PublishedMirror(place)
            #expect(try other.items().allSatisfy(other.isRight))
        }
    }

    @Test func `packing the same again changes nothing, and a dry run writes nothing`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let dry = await fixture.pack("--dry-run", "-o", "json")
            #expect(dry.json["changed"] == true && dry.json["dry_run"] == true)
            #expect(!FileManager.default.fileExists(atPath: fixture.archive))
            let first = await fixture.pack("-o", "json")
            let bytes = FileManager.default.contents(atPath: fixture.archive)
            let again = await fixture.pack("-o", "json")
            #expect(first.json["changed"] == true && again.json["changed"] == false)
            #expect(first.json["manifest_sha256"] == again.json["manifest_sha256"])
            #expect(FileManager.default.contents(atPath: fixture.archive) == bytes)
            #expect(!FileManager.default.fileExists(atPath: fixture.archive + ".partial"))
        }
    }

    @Test func `a mirror with a wrong file is not packed, and the file named`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let item = try fixture.flip()
            let run = await fixture.pack("-o", "json")
            #expect(run.status == 6)
            #expect(run.errorJSON["details"]?["paths"]?.elements.compactMap(\.text) == [item.path])
            #expect(run.error.contains("--repair"))
            for path in [fixture.archive, fixture.archive + ".partial"] {
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test func `only what the other side lacks is packed, by any record of it`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let sent = fixture.room.path("sent.json")
            let held = fixture.room.path("held.json")
            #expect(await fixture.pack("--state-file", sent).status == 0)
            #expect(await fixture.unpack("--state-file", held).status == 0)
            let earlier = fixture.room.path("earlier.tar")
            try FileManager.default.moveItem(atPath: fixture.archive, toPath: earlier)
            try await fixture.server.publishAgain()
            try await fixture.made()
            var digests: Set<String> = []
            for record in [sent, held, earlier, fixture.otherSide + "/.maas-boot/state.json"] {
                let run = await fixture.pack("--since", record, "-o", "json")
                #expect(run.status == 0, "\(run.error)")
                #expect(run.json["relied_on_files"] != 0)
                digests.insert(run.json["manifest_sha256"]?.text ?? "")
            }
            #expect(digests.count == 1)
            #expect(await fixture.unpack().status == 0)
            let other = PublishedMirror(fixture.otherSide)
            #expect(other.documents == fixture.mirror.documents)
            #expect(try other.items().allSatisfy(other.isRight))
            let wrong = await fixture.pack("--since", fixture.server.keyringPath)
            #expect(wrong.status == 1 && wrong.error.contains("neither an archive"))
        }
    }

    @Test func `a terminal is no place for an archive, nor is a directory`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let keyring = ["--keyring", fixture.server.keyringPath]
            let terminal = FixedTerminal([.output, .input])
            let run = await fixture.run(
                ["mirror", "pack", fixture.directory, "-"] + keyring, terminal: terminal)
            #expect(run.status == 64 && run.error.contains("terminal"))
            let back = await fixture.run(
                ["mirror", "unpack", "-", fixture.otherSide] + keyring, terminal: terminal)
            #expect(back.status == 64 && back.error.contains("terminal"))
            let place = await fixture.run(
                ["mirror", "pack", fixture.directory, fixture.room.path] + keyring)
            #expect(place.status == 1 && place.error.contains("not a plain file"))
            let since = fixture.room.path("no-state.json")
            let none = await fixture.pack("--since", since)
            #expect(none.status == 7 && none.error.contains(since), "\(none.error)")
        }
    }

    @Test(.enabled(if: SmallDisk.canBeMade, "needs the right to mount a tmpfs"))
    func `too small a disk is found out before the first byte`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let disk = try SmallDisk(at: fixture.room.path("disk"), kilobytes: 256)
            defer { disk.unmount() }
            let run = await fixture.run([
                "mirror", "pack", fixture.directory, disk.path + "/images.tar", "--keyring",
                fixture.server.keyringPath,
            ])
            #expect(run.status == 1 && run.error.contains("are needed for the archive"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
        }
    }
}

extension MirrorFixture {
    /// The archive on its way to the other side.
    var archive: String { room.path("images.tar") }
    /// The mirror on the other side of the gap.
    var otherSide: String { room.path("other-side") }

    func pack(_ words: String...) async -> CommandRun {
        await run(["mirror", "pack", directory, archive, "--keyring", server.keyringPath] + words)
    }

    func unpack(_ words: String...) async -> CommandRun {
        await run(
            ["mirror", "unpack", archive, otherSide, "--keyring", server.keyringPath] + words)
    }
}
