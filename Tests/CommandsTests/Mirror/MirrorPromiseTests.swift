import Commands
import Foundation
import Sandbox
import TestSupport
import Testing

/// The promises of `docs/mirror-guarantees.md`, each against a server that breaks what it is about.
@Suite struct MirrorPromiseTests {
    /// The items' order is seen from outside: a reader looks at the mirror while it changes.
    @Test func `1 published metadata never names a selected file that is absent or wrong`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            try await fixture.server.publishAgain()
            try fixture.server.misbehave(.slow(bytesPerSecond: 400_000), on: "*/squashfs")
            async let run = fixture.sync("--keep-days", "0", "--transfers", "1")
            var looks = 0
            while looks < 400 {
                // A reader reads the index, then what it names; a file may go only afterwards.
                let before = fixture.mirror.documents
                let items = try fixture.mirror.items()
                let wrong = items.filter { !fixture.mirror.isRight($0) }
                if fixture.mirror.documents == before { #expect(wrong.isEmpty) }
                looks += 1
                if before != fixture.mirror.documents { break }
                await Task.yield()
            }
            #expect(await run.status == 0)
            #expect(try fixture.mirror.items().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `2 metadata is fetched once, and those bytes are published`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let before = try await fixture.upstreamBytes("streams/v1/index.sjson")
            fixture.server.clearRequests()
            // Upstream publishes while the items come: what was read is what is published.
            try fixture.server.misbehave(.slow(bytesPerSecond: 400_000), on: "*/squashfs")
            async let run = fixture.sync("--max", "1", "--transfers", "1")
            try await fixture.until { $0.path.hasSuffix("/boot-kernel") }
            let named = fixture.server.requests().map(\.path).filter { $0.hasSuffix(".sjson") }
            #expect(Set(named).count == named.count && named.count == 3)
            #expect(await run.status == 0)
            #expect(fixture.mirror.documents["streams/v1/index.sjson"] == before)
            let asked = fixture.server.requests().map(\.path).filter { $0.hasSuffix(".sjson") }
            #expect(asked == named)
        }
    }

    @Test func `3 signatures are required by default, and skipping is recorded`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.unsigned)
            #expect(await fixture.sync().status == 6)
            let run = await fixture.run([
                "mirror", "sync", "-U", fixture.upstream, fixture.directory, "-o", "json",
            ])
            #expect(run.json["verified"] == false)
        }
    }

    @Test func `4 rollback and a new key are refused, and a freeze is said`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            try fixture.server.misbehave(.rolledBack)
            #expect(await fixture.sync().status == 6)
            fixture.server.behave()
            fixture.clock.advance(by: 50 * 86_400)
            let run = await fixture.sync()
            #expect(run.status == 0 && run.error.contains("has not changed for 50 days"))
        }
    }

    @Test func `5 a body that is too long is cut off at once`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            for fault in [StreamFault.longer(by: 50_000_000), .endless] {
                try fixture.server.misbehave(fault, on: "*/squashfs")
                fixture.server.clearRequests()
                let run = await fixture.sync("--max", "1")
                #expect(run.status != 0)
                #expect(run.error.contains("squashfs"))
                let sent = fixture.server.requests().filter { $0.path.hasSuffix("/squashfs") }
                // What sockets hold on the way is sent; not the 50 MB.
                #expect(sent.allSatisfy { $0.bytes < 20_000_000 }, "\(fault): \(sent)")
                #expect(fixture.mirror.documents.isEmpty)
                fixture.server.behave()
            }
        }
    }

    @Test(arguments: StreamFault.hostilePaths)
    func `6 a hostile path is refused and named`(path: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.itemPath(path))
            let run = await fixture.sync()
            #expect(run.status == 1, "\(run.error)")
            #expect(!run.error.contains("\u{0}") && !run.error.contains("\r"))
            #expect(fixture.mirror.documents.isEmpty)
            let around = try FileManager.default.contentsOfDirectory(atPath: fixture.room.path)
            #expect(Set(around).isSubset(of: ["mirror", "home"]))
            #expect(fixture.mirror.files.isEmpty)
        }
    }

    @Test func `7 a run that is ended leaves the mirror as it was, and the next continues`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let before = try fixture.snapshot()
            try await fixture.server.publishAgain()
            try fixture.server.misbehave(.slow(bytesPerSecond: 200_000), on: "*/squashfs")
            fixture.server.clearRequests()
            let signals = ManualSignals()
            async let ended = fixture.run(fixture.transferring("sync"), signals: signals)
            try await fixture.until { $0.path.hasSuffix("/squashfs") && $0.bytes > 100_000 }
            signals.send(.interrupt)
            let run = await ended
            #expect(run.status == 130)
            #expect(run.error.contains("what came is kept"))
            let after = try fixture.snapshot()
            #expect(before.allSatisfy { after[$0.key] == $0.value })
            fixture.server.behave()
            fixture.server.clearRequests()
            let next = await fixture.sync()
            #expect(next.status == 0)
            let ranges = fixture.server.requests().filter { $0.range != nil }
            #expect(ranges.contains { $0.path.hasSuffix("/squashfs") && $0.status == 206 })
            #expect(try fixture.mirror.items().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `8 one failing file does not stop the others, and nothing new is published`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let before = fixture.mirror.documents
            try await fixture.server.publishAgain()
            try fixture.server.misbehave(.status(503), on: "*/squashfs")
            let run = await fixture.sync("-o", "json", "--progress", "none")
            #expect(run.status == 9)
            #expect(fixture.mirror.documents == before)
            #expect(run.json["published"] == false)
            let files = run.json["files"]?.elements ?? []
            let failed = files.filter { $0["result"] == "failed" }
            #expect(failed.count == 1 && files.contains { $0["result"] == "fetched" })
            #expect(failed[0]["path"]?.text?.hasSuffix("/squashfs") == true)
            let path = run.errorJSON["details"]?["failed"]?[0]?["path"]?.text
            #expect(path == failed[0]["path"]?.text)
            #expect(run.errorJSON["message"]?.text?.contains(path ?? "?") == true)
            // Five tries, with pauses between them.
            let tries = fixture.server.requests().filter { $0.path.hasSuffix(path ?? "?") }
            #expect(tries.count == 5)
            // What came is not asked for again.
            fixture.server.behave()
            fixture.server.clearRequests()
            #expect(await fixture.sync().status == 0)
            let asked = fixture.server.requests().map(\.path).filter { !$0.hasSuffix(".sjson") }
            #expect(asked.count == 1)
        }
    }

    @Test func `8 a refusal is not tried again`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.status(403), on: "*/squashfs")
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 9)
            #expect(run.error.contains("HTTP 403"))
            let tries = fixture.server.requests().filter { $0.path.hasSuffix("/squashfs") }
            #expect(tries.count == 1)
        }
    }

    @Test func `8 a server's wish to be left alone is heeded`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(
                .status(429, retryAfter: "7"), on: "*/squashfs", times: 1)
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 0, "\(run.error)")
            #expect(fixture.clock.sleeps.contains(.seconds(7)))
        }
    }

    @Test func `8 when all fails for a time, later may help`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            for pattern in ["*/2*", "*.sjson"] {
                try fixture.server.misbehave(.status(503), on: pattern)
                let run = await fixture.sync("--retries", "2")
                #expect(run.status == 5, "\(pattern): \(run.error)")
                #expect(run.error.contains("HTTP 503"))
                fixture.server.behave()
            }
        }
    }

    @Test func `9 a filter that matches nothing is an error that helps`() async throws {
        try await MirrorFixture.with { fixture in
            for words in [["release=nobel"], ["--release", "nobel"], ["arch=amd46"]] {
                let run = await fixture.run(fixture.transferring("sync") + words)
                #expect(run.status == 7, "\(words)")
                #expect(run.error.contains(words == ["arch=amd46"] ? "amd64" : "noble"))
                #expect(!FileManager.default.fileExists(atPath: fixture.directory + "/streams"))
            }
        }
    }

    @Test func `10 a wrong or missing file is found and mended by the next sync`() async throws {
        try await MirrorFixture.with { fixture in
            let mirror = try await fixture.made("--max", "1", "--arch", "amd64")
            let (gone, short) = try fixture.spoil()
            let flipped = try fixture.flip(except: [gone.path, short.path])
            let sizes = await fixture.sync("-o", "json")
            #expect(sizes.status == 0 && sizes.json["changed"] == true)
            #expect(mirror.isRight(gone) && mirror.isRight(short))
            let all = await fixture.sync("--checksum", "-o", "json")
            #expect(all.status == 0)
            #expect(mirror.isRight(flipped))
            #expect(await fixture.sync("--checksum", "-o", "json").json["changed"] == false)
        }
    }
}
