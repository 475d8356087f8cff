import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorUnpackCommandTests {
    /// The archive's bytes, to be damaged.
    private func damage(_ fixture: MirrorFixture, _ change: (inout Data) -> Void) throws {
        let file = URL(filePath: fixture.archive)
        var bytes = try Data(contentsOf: file)
        change(&bytes)
        try bytes.write(to: file)
    }

    @Test func `reports as a sync does, and changes nothing the second time`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            #expect(await fixture.pack().status == 0)
            let dry = await fixture.unpack("--dry-run", "-o", "json")
            #expect(dry.json["changed"] == true && dry.json["dry_run"] == true)
            #expect(!FileManager.default.fileExists(atPath: fixture.otherSide))
            let run = await fixture.unpack("-o", "json")
            #expect(run.status == 0)
            #expect(run.json["published"] == true && run.json["verified"] == true)
            #expect(run.json["bytes_to_fetch"] == dry.json["bytes_to_fetch"])
            #expect(run.json["upstream"]?.text == fixture.upstream)
            let again = await fixture.unpack("-o", "json")
            #expect(again.json["changed"] == false)
            let pruned = await fixture.run(["mirror", "prune", fixture.otherSide, "-o", "json"])
            #expect(pruned.status == 0 && pruned.json["changed"] == false)
        }
    }

    @Test func `a damaged item is named, with status 6, and nothing is published`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made("--max", "1")
            #expect(await fixture.pack().status == 0)
            let squashfs = try mirror.newestItems().first { $0.ftype == "squashfs" }
            let item = try #require(squashfs)
            let content = try #require(mirror.bytes(item.path))
            try damage(fixture) { bytes in
                let place = bytes.firstRange(of: content)
                if let place { bytes[place.lowerBound + 100] ^= 1 }
            }
            let run = await fixture.unpack("-o", "json")
            #expect(run.status == 6)
            #expect(run.errorJSON["details"]?["paths"]?.elements.compactMap(\.text) == [item.path])
            let other = PublishedMirror(fixture.otherSide)
            #expect(other.documents.isEmpty)
        }
    }

    @Test func `what ends too early says so, with status 1, and changes nothing`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            #expect(await fixture.pack().status == 0)
            try damage(fixture) { $0.removeLast(2000) }
            let run = await fixture.unpack()
            #expect(run.status == 1)
            #expect(run.error.contains("ends after") && run.error.contains(fixture.archive))
            #expect(!FileManager.default.fileExists(atPath: fixture.otherSide))
        }
    }

    @Test func `another key is not believed, and no key only when asked for`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            #expect(await fixture.pack().status == 0)
            let words = ["mirror", "unpack", fixture.archive, fixture.otherSide]
            let stranger = try await StreamServer.start(.narrow)
            let run = await fixture.run(words + ["--keyring", stranger.keyringPath])
            await stranger.stop()
            #expect(run.status == 6, "\(run.error)")
            #expect(PublishedMirror(fixture.otherSide).documents.isEmpty)
            let open = await fixture.run(words + ["--no-verify"])
            #expect(open.status == 0 && open.error.contains("signatures are not checked"))
        }
    }

    @Test func `an older archive is refused with status 6 until it is allowed`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            #expect(await fixture.pack().status == 0)
            let old = fixture.room.path("old.tar")
            try FileManager.default.moveItem(atPath: fixture.archive, toPath: old)
            try await fixture.server.publishAgain()
            try await fixture.made()
            #expect(await fixture.pack().status == 0)
            #expect(await fixture.unpack().status == 0)
            try FileManager.default.removeItem(atPath: fixture.archive)
            try FileManager.default.moveItem(atPath: old, toPath: fixture.archive)
            let run = await fixture.unpack()
            #expect(run.status == 6 && run.error.contains("--allow-rollback"))
            #expect(await fixture.unpack("--allow-rollback").status == 0)
        }
    }

    @Test func `an archive that relies on more than is there names what is missing`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            #expect(await fixture.pack().status == 0)
            #expect(await fixture.pack("--since", fixture.archive, "--dry-run").status == 0)
            let next = fixture.room.path("next.tar")
            let packed = await fixture.run([
                "mirror", "pack", fixture.directory, next, "--since", fixture.archive, "--keyring",
                fixture.server.keyringPath,
            ])
            #expect(packed.output.contains("0 files and 3 documents packed"), "\(packed.output)")
            let run = await fixture.run([
                "mirror", "unpack", next, fixture.otherSide, "--keyring",
                fixture.server.keyringPath, "-o", "json",
            ])
            #expect(run.status == 6)
            let missing = Set(
                run.errorJSON["details"]?["paths"]?.elements.compactMap(\.text) ?? [])
            #expect(missing == Set(try mirror.items().map(\.path)))
            #expect(run.error.contains("state.json"))
        }
    }

    @Test func `something else is no archive, and a missing one is named`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.room.write(String(repeating: "no archive ", count: 100), to: "images.tar")
            let run = await fixture.unpack()
            #expect(run.status == 1 && run.error.contains("is not an archive"))
            try FileManager.default.removeItem(atPath: fixture.archive)
            let gone = await fixture.unpack()
            #expect(gone.status == 7 && gone.error.contains(fixture.archive))
        }
    }
}
