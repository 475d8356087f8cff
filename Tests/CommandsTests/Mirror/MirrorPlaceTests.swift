import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// What the directory can do to a run: links planted in it, no permission, no room.
@Suite struct MirrorPlaceTests {
    @Test(arguments: ["noble", "streams", "streams/v1", "noble/amd64"])
    func `a link planted in the mirror is not followed`(place: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let outside = fixture.room.path("outside")
            let link = fixture.mirror.path(place)
            for path in [outside, (link as NSString).deletingLastPathComponent] {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true)
            }
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: outside)
            let run = await fixture.sync()
            #expect(run.status != 0)
            #expect(run.error.contains(place.split(separator: "/").last ?? "?"), "\(run.error)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
        }
    }

    @Test func `a link in place of a file is not written through`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made("--max", "1")
            let held = try mirror.newestItems()
            let item = try #require(held.first { $0.ftype == "squashfs" })
            let own = try fixture.room.write("my own", to: "own")
            try FileManager.default.removeItem(atPath: mirror.path(item.path))
            try FileManager.default.createSymbolicLink(
                atPath: mirror.path(item.path), withDestinationPath: own)
            let run = await fixture.sync()
            #expect(run.status != 0 || mirror.isRight(item))
            #expect(FileManager.default.contents(atPath: own) == Data("my own".utf8))
        }
    }

    @Test(.disabled(if: geteuid() == 0, "root may write anywhere"))
    func `a directory that cannot be written to is named`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try FileManager.default.createDirectory(
                atPath: fixture.directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o555])
            let run = await fixture.sync()
            #expect(run.status == 1)
            #expect(run.error.contains(fixture.directory) && run.error.contains("denied"))
        }
    }

    @Test func `a place that can be no directory is named`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            for place in ["/proc/maas-boot-mirror", try fixture.room.write("x", to: "file")] {
                let run = await fixture.run([
                    "mirror", "sync", "--keyring", fixture.server.keyringPath, fixture.upstream,
                    place,
                ])
                #expect(run.status == 1, "\(run.error)")
                #expect(run.error.contains(place))
            }
        }
    }

    @Test(.enabled(if: SmallDisk.canBeMade, "needs the right to mount a tmpfs"))
    func `too small a disk is found out before the first byte`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let disk = try SmallDisk(at: fixture.room.path("disk"), kilobytes: 256)
            defer { disk.unmount() }
            fixture.server.clearRequests()
            let run = await fixture.run([
                "mirror", "sync", "--keyring", fixture.server.keyringPath, fixture.upstream,
                disk.path + "/mirror",
            ])
            #expect(run.status == 1)
            #expect(run.error.contains("MiB are needed") && run.error.contains("are free"))
            let asked = fixture.server.requests().map(\.path)
            #expect(asked.allSatisfy { $0.hasSuffix(".sjson") })
        }
    }

    @Test(.enabled(if: SmallDisk.canBeMade, "needs the right to mount a tmpfs"))
    func `a disk that is full in the midst of a run keeps what is published`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            // Room for the margin that a run asks for, which somebody else then takes.
            let disk = try SmallDisk(at: fixture.room.path("disk"), kilobytes: 262_144 + 4096)
            defer { disk.unmount() }
            let place = disk.path + "/mirror"
            let words = [
                "mirror", "sync", "--keyring", fixture.server.keyringPath, fixture.upstream, place,
            ]
            #expect(await fixture.run(words).status == 0)
            let before = PublishedMirror(place).documents
            try await fixture.server.publishAgain()
            try fixture.server.misbehave(.slow(bytesPerSecond: 400_000), on: "*/squashfs")
            async let running = fixture.run(words)
            try await fixture.until { $0.path.hasSuffix("/squashfs") && $0.bytes > 0 }
            try disk.fill()
            let run = await running
            #expect(run.status != 0)
            #expect(run.error.lowercased().contains("space") || run.error.contains("room"))
            let mirror = PublishedMirror(place)
            #expect(mirror.documents == before)
            #expect(try mirror.items().allSatisfy(mirror.isRight))
            try disk.clear()
            fixture.server.behave()
            #expect(await fixture.run(words).status == 0)
            #expect(try mirror.items().allSatisfy(mirror.isRight))
        }
    }

    @Test(arguments: [
        ["sync", "stable", "http://x/y"], ["plan", "stable", "file:///srv/images"],
        ["list", "https://x/y"], ["verify", "http://x/y"], ["prune", "http://x/y"],
        ["unpack", "images.tar", "http://x/y"], ["serve", "http://x/y"],
    ])
    func `an address is no directory`(words: [String]) async {
        let run = await MirrorFixture.run(
            ["mirror"] + words, in: CapturedContext(home: "/nonexistent", clock: BriskClock()))
        #expect(run.status == 64)
        #expect(
            run.error.contains("neither a directory nor s3://BUCKET/PREFIX"), "\(run.error)")
        #expect(run.error.contains(words[words.count - 1]))
    }

    @Test(arguments: [
        (["sync", "stable", ""], "directory"), (["list", ""], "directory"),
        (["list", "/srv/images", ""], "directory"), (["pack", "", "-"], "directory"),
        (["pack", "/srv/images", ""], "<archive>"), (["unpack", "", "/srv/images"], "<archive>"),
        (["unpack", "-", ""], "directory"), (["schedule", ""], "directory"),
        (["serve", ""], "directory"), (["publish", "", "s3://images/maas"], "directory"),
        (["verify", "/srv/images", "--keyring", ""], "--keyring"),
    ])
    func `an empty name is no place`(words: [String], named: String) async {
        let run = await MirrorFixture.run(
            ["mirror"] + words, in: CapturedContext(home: "/nonexistent", clock: BriskClock()))
        #expect(run.status == 64)
        #expect(run.error.contains(named) && run.error.contains("empty"), "\(run.error)")
    }

    @Test(.disabled(if: geteuid() == 0, "root may read anything"))
    func `a directory that cannot be read is not called missing`() async throws {
        let room = try TemporaryDirectory()
        let path = room.path("closed")
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0])
        let run = await MirrorFixture.run(
            ["mirror", "serve", path, "--listen", "127.0.0.1:0"],
            in: CapturedContext(home: room.path, clock: BriskClock()))
        #expect(run.status == 4)
        #expect(run.error.contains("denied") && !run.error.contains("make the mirror"))
    }

}

/// A file system in memory of a small size.
struct SmallDisk {
    let path: String

    /// Whether this process may mount one; tried, for root in a container may not.
    static let canBeMade: Bool = {
        guard geteuid() == 0 else { return false }
        let place = FileManager.default.temporaryDirectory.path + "/small-disk-\(getpid())"
        guard let disk = try? SmallDisk(at: place, kilobytes: 64) else { return false }
        disk.unmount()
        try? FileManager.default.removeItem(atPath: place)
        return true
    }()

    init(at path: String, kilobytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EPERM)
        }
    }

    func unmount() {
        umount2(path, Int32(MNT_DETACH))
    }

    /// Takes all the room there is.
    func fill() throws {
        let file = open(path + "/filling", O_WRONLY | O_CREAT, 0o600)
        let piece = [UInt8](repeating: 1, count: 1 << 20)
        while write(file, piece, piece.count) > 0 {}
        close(file)
    }

    func clear() throws {
        try FileManager.default.removeItem(atPath: path + "/filling")
    }
}
