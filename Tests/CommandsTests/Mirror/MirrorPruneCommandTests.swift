import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct MirrorPruneCommandTests {
    @Test func `removes what waits for its time, once that is over`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            try await fixture.server.publishAgain()
            let mirror = try await fixture.made()
            let early = await fixture.prune("-o", "json")
            #expect(early.json["changed"] == false)
            #expect(early.json["message"]?.text?.contains("wait") == true)
            fixture.clock.advance(by: 86_401)
            let dry = await fixture.prune("--dry-run", "-o", "json")
            #expect(dry.json["dry_run"] == true && dry.json["changed"] == true)
            let files = dry.json["files"]?.elements.compactMap(\.text) ?? []
            #expect(!files.isEmpty && files.allSatisfy { mirror.files.contains($0) })
            let run = await fixture.prune("-o", "json")
            #expect(
                run.json["files"] == dry.json["files"] && run.json["bytes"] == dry.json["bytes"])
            #expect(mirror.files.isDisjoint(with: files))
            #expect(try mirror.newestItems().allSatisfy(mirror.isRight))
            #expect(await fixture.prune("-o", "json").json["changed"] == false)
        }
    }

    @Test func `keeps the newest versions and no more, now and later`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            let run = await fixture.prune("--keep-versions", "1", "--keep-days", "0")
            #expect(run.status == 0)
            #expect(run.output.contains("removed"))
            let named = Set(try mirror.newestItems().map(\.path)).union(mirror.documents.keys)
            #expect(mirror.files == named)
            #expect(await fixture.sync("-o", "json").json["changed"] == false)
            #expect(await fixture.verify().status == 0)
        }
    }

    @Test func `leaves alone what somebody changed, and says so`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            let all = Set(try mirror.items())
            let older = all.subtracting(try mirror.newestItems())
            let old = try #require(older.first { $0.ftype == "squashfs" })
            try Data("my own".utf8).write(to: URL(filePath: mirror.path(old.path)))
            let run = await fixture.prune("--keep-versions", "1", "--keep-days", "0")
            #expect(run.error.contains(old.path) && run.error.contains("it stays"))
            #expect(mirror.bytes(old.path) == Data("my own".utf8))
        }
    }

    @Test(arguments: [["--keep-versions", "0"], ["--keep-days", "-1"]])
    func `refuses numbers that make no sense`(words: [String]) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made()
            let files = mirror.files
            let run = await fixture.run(["mirror", "prune", fixture.directory] + words)
            #expect(run.status == 64)
            #expect(mirror.files == files)
        }
    }

    @Test func `has a promised set of fields`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let json = await fixture.prune("-o", "json").json
            #expect(
                json.names == ["changed", "dry_run", "message", "directory", "files", "bytes"])
        }
    }

    @Test func `a shorter time holds for what waits already`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1", "--keep-days", "7")
            try await fixture.server.publishAgain()
            let mirror = try await fixture.made("--keep-days", "7")
            for words in [[], ["--keep-days", "1"], ["--keep-days", "30"]] {
                let run = await fixture.run(
                    ["mirror", "prune", fixture.directory, "-o", "json", "--dry-run"] + words)
                #expect(run.json["changed"] == false, "\(run.output)")
            }
            #expect(await fixture.prune("--keep-days", "1").output.contains("wait"))
            fixture.clock.advance(by: 86_401)
            let dry = await fixture.prune("--dry-run", "-o", "json")
            #expect(dry.json["changed"] == true, "\(dry.output)")
            let files = mirror.files
            try await fixture.server.publishAgain()
            try await fixture.made("--keep-days", "7")
            let run = await fixture.prune("--keep-days", "0", "-o", "json")
            #expect(run.json["message"]?.text?.contains("wait") == false, "\(run.output)")
            let named = Set(try mirror.newestItems().map(\.path)).union(mirror.documents.keys)
            #expect(mirror.files == named && !files.isSubset(of: named))
        }
    }

}

extension MirrorFixture {
    func prune(_ words: String...) async -> CommandRun {
        await run(["mirror", "prune", directory] + words)
    }
}
