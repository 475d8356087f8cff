import Foundation
import Sandbox
import TestSupport
import Testing

/// The same stream and filters through the tool that sites use today. It is made with
/// `python3 -m venv .venv-simplestreams` and, in there,
/// `pip install python-simplestreams==0.1.0.post59`.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: Peer.tool),
        "needs python-simplestreams 0.1.0.post59 in .venv-simplestreams"))
struct MirrorPeerTests {
    @Test(arguments: [
        ["arch=amd64", "release~(jammy|noble)", "--max=1"], ["os~(grub*|pxelinux)", "--max=1"],
        ["--max=2"], ["ftype!~^boot-", "release!=jammy"],
        ["size~^[2-9]", "arch~64$", "--max", "1"],
    ])
    func `the same arguments give the same files, byte for byte`(words: [String]) async throws {
        try await MirrorFixture.with { fixture in
            let peer = PublishedMirror(fixture.room.path("peer"))
            try await Peer.mirror(fixture, to: peer, words)
            let run = await fixture.run(fixture.transferring("sync") + words)
            #expect(run.status == 0, "\(run.error)")
            let theirs = peer.files.filter { !$0.hasPrefix(".data/") }
            #expect(fixture.mirror.files == theirs)
            for name in theirs { #expect(fixture.mirror.bytes(name) == peer.bytes(name)) }
        }
    }

    @Test func `its library reads the mirror, signature and all`() async throws {
        try await MirrorFixture.with { fixture in
            try await fixture.made("--arch", "amd64", "--max", "1")
            let lines = try await Peer.query(fixture, fixture.mirror)
            let known = Set(try fixture.mirror.items().map(\.path))
            #expect(Set(lines) == known)
        }
    }

    @Test func `a directory it made is adopted without fetching anything`() async throws {
        try await MirrorFixture.with { fixture in
            let words = ["arch=amd64", "release~(jammy|noble)", "--max=1"]
            try await Peer.mirror(fixture, to: fixture.mirror, words)
            let files = fixture.mirror.files
            fixture.server.clearRequests()
            let run = await fixture.run(fixture.transferring("sync") + words + ["-o", "json"])
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["bytes_fetched"] == 0)
            let asked = fixture.server.requests().map(\.path)
            #expect(asked.allSatisfy { $0.hasSuffix(".sjson") })
            #expect(fixture.mirror.files == files)
        }
    }

    @Test func `what it left wrong is mended, and the rest kept`() async throws {
        try await MirrorFixture.with { fixture in
            let words = ["arch=amd64", "release~(jammy|noble)", "--max=1"]
            try await Peer.mirror(fixture, to: fixture.mirror, words)
            let (gone, short) = try fixture.spoil()
            let flipped = try fixture.flip(except: [gone.path, short.path])
            fixture.server.clearRequests()
            let run = await fixture.run(fixture.transferring("sync") + words)
            #expect(run.status == 0, "\(run.error)")
            #expect([gone, short, flipped].allSatisfy(fixture.mirror.isRight))
            let asked = fixture.server.requests().filter { !$0.path.hasSuffix(".sjson") }
            #expect(asked.count == 3)
        }
    }

    @Test func `what it left behind goes when the next publication takes its place`() async throws {
        try await MirrorFixture.with { fixture in
            let words = ["arch=amd64", "release=noble", "--max=1"]
            try await Peer.mirror(fixture, to: fixture.mirror, words)
            let held = try fixture.mirror.newestItems().filter(fixture.mirror.isRight)
            // Inside `#require` the closure would get the name of the one below (Swift 6.3).
            let squashfs = held.first { $0.ftype == "squashfs" }
            let old = try #require(squashfs).path
            try await fixture.made("arch=amd64", "release=noble", "--max=1")
            try await fixture.server.publishAgain()
            try await fixture.made("--keep-days", "0")
            #expect(!fixture.mirror.files.contains(old))
            let newest = try fixture.mirror.newestItems()
            let noble = newest.filter { $0.product.contains(":24.04:amd64") }
            #expect(!noble.isEmpty)
            #expect(noble.filter { !fixture.mirror.isRight($0) } == [])
        }
    }
}

/// python-simplestreams, as a site has it.
enum Peer {
    private static let root = URL(filePath: #filePath)
        .appending(path: "../../../../.venv-simplestreams/bin").standardized.path
    static let tool = root + "/sstream-mirror"

    /// Mirrors the stable line with these arguments.
    static func mirror(
        _ fixture: MirrorFixture, to mirror: PublishedMirror, _ words: [String]
    ) async throws {
        let line =
            ["--keyring", fixture.server.keyringPath, fixture.upstream, mirror.directory] + words
        let (status, output) = try await Tool.run(
            "sh", ["-c", #"exec "$0" "$@" 2>&1"#, tool] + line)
        try #require(status == 0, "\(String(decoding: output, as: UTF8.self).suffix(600))")
    }

    /// The paths of all items of a mirror, as its library reads them with the keyring.
    static func query(_ fixture: MirrorFixture, _ mirror: PublishedMirror) async throws -> [String]
    {
        let (status, output) = try await Tool.run(
            root + "/sstream-query",
            [
                "--keyring", fixture.server.keyringPath, "--output-format", "%(path)s",
                mirror.path("streams/v1/index.sjson"),
            ])
        try #require(status == 0)
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
