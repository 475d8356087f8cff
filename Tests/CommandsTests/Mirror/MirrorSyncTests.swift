import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorSyncTests {
    @Test func `mirrors a stream whole and byte for byte`() async throws {
        try await MirrorFixture.with { fixture in
            let run = await fixture.sync()
            #expect(run.status == 0, "\(run.error)")
            let items = try fixture.mirror.items()
            #expect(items.count > 30)
            #expect(items.allSatisfy(fixture.mirror.isRight))
            let named = Set(items.map(\.path)).union(fixture.mirror.documents.keys)
            #expect(fixture.mirror.files == named)
            // Index and products are what upstream sends, to the byte.
            for (path, bytes) in fixture.mirror.documents {
                #expect(bytes == (try await fixture.upstreamBytes(path)))
            }
        }
    }

    @Test func `changes nothing and asks for no file the second time`() async throws {
        try await MirrorFixture.with { fixture in
            try await fixture.made("--arch", "amd64")
            let before = try fixture.snapshot()
            fixture.server.clearRequests()
            let run = await fixture.sync("--arch", "amd64")
            #expect(run.status == 0)
            #expect(run.output == "\(fixture.directory) unchanged: it was up to date\n")
            #expect(try fixture.snapshot() == before)
            let asked = fixture.server.requests().map(\.path)
            #expect(asked.allSatisfy { $0.hasSuffix(".sjson") })
            #expect(asked.count == Set(asked).count)
        }
    }

    @Test func `goes by what was recorded when no filter is given`() async throws {
        try await MirrorFixture.with { fixture in
            let mirror = try await fixture.made("--release", "noble", "--arch", "arm64")
            let files = mirror.files
            let run = await fixture.sync("-o", "json")
            #expect(run.json["changed"] == false)
            #expect(fixture.mirror.files == files)
        }
    }

    @Test func `brings what upstream published since, and removes the old after its time`()
        async throws
    {
        try await MirrorFixture.with { fixture in
            let old = try await fixture.made("--max", "1").files
            try await fixture.server.publishAgain()
            let run = await fixture.sync("-o", "json")
            #expect(run.status == 0)
            #expect(run.json["changed"] == true && run.json["published"] == true)
            let items = try fixture.mirror.newestItems()
            #expect(items.allSatisfy(fixture.mirror.isRight))
            // Readers that hold the old index still find its files for a day.
            #expect(old.subtracting(fixture.mirror.files).isEmpty)
            fixture.clock.advance(by: 86_401)
            let later = await fixture.sync("-o", "json")
            #expect(later.json["changed"] == true)
            let named = Set(items.map(\.path)).union(fixture.mirror.documents.keys)
            #expect(fixture.mirror.files == named)
        }
    }

    @Test func `removes at once with no days to keep`() async throws {
        try await MirrorFixture.with { fixture in
            try await fixture.made("--max", "1")
            try await fixture.server.publishAgain()
            let mirror = try await fixture.made("--keep-days", "0")
            let named = Set(try mirror.newestItems().map(\.path)).union(mirror.documents.keys)
            #expect(mirror.files == named)
        }
    }

    @Test func `adds to a mirror when the filter is wider`() async throws {
        try await MirrorFixture.with { fixture in
            let narrow = try await fixture.made("arch=amd64", "release=noble").files
            fixture.server.clearRequests()
            let wide = try await fixture.made("arch=amd64", "release~(jammy|noble)").files
            #expect(wide.isStrictSuperset(of: narrow))
            let asked = Set(fixture.server.requests().map(\.path))
            #expect(asked.allSatisfy { !$0.contains("/noble/") })
        }
    }

    @Test func `prints the figures of a run`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--max", "1")
            // DIRECTORY: 11 files fetched (572 KiB in 0.1s, 5 MiB/s), 0 kept, 0 removed; published
            let words = /.+: \d+ files fetched \([\d.]+ [KM]iB in \S+, [\d.]+ \S+\/s\).*published\n/
            #expect(run.output.wholeMatch(of: words) != nil, "\(run.output)")
        }
    }

    @Test func `writes a promised set of fields`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let json = await fixture.sync("-o", "json").json
            #expect(
                json.names == [
                    "changed", "dry_run", "message", "upstream", "directory", "published",
                    "verified", "fingerprint", "signed_by", "site_fingerprint", "bytes_to_fetch",
                    "bytes_fetched",
                    "elapsed_seconds", "warnings", "files",
                ])
            #expect(
                json["files"]?[0]?.names
                    == ["path", "size", "sha256", "result", "reason", "received"])
            #expect(json["upstream"]?.text == fixture.upstream)
            #expect(json["fingerprint"]?.text == fixture.server.fingerprint)
            #expect(json["verified"] == true && json["bytes_to_fetch"] == json["bytes_fetched"])
            #expect(json["files"]?.elements.allSatisfy { $0["result"] == "fetched" } == true)
        }
    }

    @Test func `a dry run writes nothing`() async throws {
        try await MirrorFixture.with { fixture in
            let run = await fixture.sync("--dry-run", "--release", "noble", "--arch", "amd64")
            #expect(run.status == 0)
            #expect(!FileManager.default.fileExists(atPath: fixture.directory))
            let lines = run.lines
            #expect(lines.dropLast().allSatisfy { $0.hasPrefix("+ ") })
            #expect(lines.last?.contains("\(lines.count - 1) files to fetch") == true)
            // A file that several products share is listed, and counted, once.
            #expect(Set(lines).count == lines.count)
            let json = await fixture.sync("--dry-run", "-o", "json").json
            #expect(json["dry_run"] == true && json["changed"] == true)
            #expect(json["published"] == false && json["bytes_fetched"] == 0)
        }
    }

    @Test func `refuses another upstream until told`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let words = ["--keyring", fixture.server.keyringPath, fixture.server.url(.candidate)]
            let refused = await fixture.run(["mirror", "sync"] + words + [fixture.directory])
            #expect(refused.status == 64)
            #expect(refused.error.contains("--change-upstream"))
            let run = await fixture.run(
                ["mirror", "sync"] + words + [fixture.directory, "--change-upstream"])
            #expect(run.status == 0, "\(run.error)")
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test(arguments: ["", "streams/v1/index.sjson", "streams/v1/index.json"])
    func `takes the address of an index for its stream's`(path: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let base = String(fixture.upstream.dropLast())
            let address = path.isEmpty ? base : "\(base)/\(path)"
            let run = await fixture.run([
                "mirror", "sync", "--keyring", fixture.server.keyringPath, address,
                fixture.directory, "-o", "json",
            ])
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["verified"] == true)
            #expect(run.json["upstream"]?.text == fixture.upstream)
        }
    }

    @Test func `takes a path beside the address, as sstream-mirror does`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--path", "streams/v1/index.sjson", "--max=1")
            #expect(run.status == 0, "\(run.error)")
            #expect(fixture.mirror.documents["streams/v1/index.sjson"] != nil)
        }
    }

    @Test func `says of a word that is no stream what would be one`() async throws {
        let captured = CapturedContext(clock: ManualClock())
        let run = await MirrorFixture.run(["mirror", "sync", "stabel", "/nowhere"], in: captured)
        #expect(run.status == 64)
        #expect(run.error.contains("stable, candidate, or a URL"))
    }

    @Test func `says that there is no stream`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run([
                "mirror", "sync", "--keyring", fixture.server.keyringPath,
                fixture.server.baseURL + "/nothing/", fixture.directory,
            ])
            #expect(run.status == 7)
            #expect(run.error.contains("HTTP 404") && run.error.contains("hint:"))
            #expect(!FileManager.default.fileExists(atPath: fixture.directory + "/streams"))
        }
    }

    @Test func `what a first run that broke off was to mirror holds for the next`() async throws {
        try await MirrorFixture.with { fixture in
            try fixture.server.misbehave(.status(503), on: "*/squashfs")
            let broken = await fixture.sync(
                "--release", "noble", "--arch", "amd64", "--retries", "1")
            #expect(broken.status == 9)
            fixture.server.behave()
            let mirror = try await fixture.made()
            #expect(mirror.files.contains { $0.hasPrefix("noble/amd64/") })
            #expect(!mirror.files.contains { $0.hasPrefix("jammy/") || $0.contains("/arm64/") })
        }
    }

    @Test func `everything is mirrored after a first run that failed before it began`() async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.unsigned)
            #expect(await fixture.sync().status == 6)
            fixture.server.behave()
            let mirror = try await fixture.made()
            let items = try mirror.items()
            #expect(!items.isEmpty && items.allSatisfy(mirror.isRight))
        }
    }

    @Test func `a release that upstream gave up does not keep the others from coming`() async throws
    {
        try await MirrorFixture.with { fixture in
            try await fixture.made("--release", "jammy,noble", "--arch", "amd64")
            try fixture.server.misbehave(.withoutRelease("jammy"))
            let run = await fixture.sync("--release", "jammy,noble", "--arch", "amd64")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("upstream has nothing of \"release jammy\" any more"))
            let wrong = await fixture.sync("--release", "jammy", "--arch", "amd64")
            #expect(wrong.status == 7)
        }
    }
}
