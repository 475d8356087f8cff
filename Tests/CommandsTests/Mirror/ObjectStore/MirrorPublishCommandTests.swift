import Commands
import Foundation
import Sandbox
import TestSupport
import Testing

@Suite(.enabled(if: ObjectStoreServer.isThere, "needs .venv-moto (make setup)"))
struct MirrorPublishCommandTests {
    private static let selection = ["--release", "noble", "--arch", "amd64", "--max", "1"]

    private func with(
        signing: Bool = false, _ work: (MirrorFixture, StoredMirror) async throws -> Void
    ) async throws {
        try await MirrorFixture.with { fixture in
            let words = Self.selection + (signing ? ["--sign", "auto"] : [])
            let made = await fixture.run(fixture.transferring("sync") + words)
            #expect(made.status == 0, "\(made.error)")
            try await work(fixture, StoredMirror(fixture, try await TestBucket.make()))
        }
    }

    private func publish(_ mirror: StoredMirror, _ words: String...) async -> CommandRun {
        let trust = words.contains("own") ? [] : ["--keyring", mirror.fixture.server.keyringPath]
        return await mirror.fixture.run(
            ["mirror", "publish", mirror.fixture.directory, mirror.place] + trust
                + words.filter { $0 != "own" }, adding: mirror.bucket.environment)
    }

    @Test func `a directory is copied whole, and later only what changed`() async throws {
        try await with { fixture, mirror in
            let dry = await publish(mirror, "--dry-run", "-o", "json")
            #expect(dry.status == 0 && dry.json["changed"] == true, "\(dry.error)")
            #expect(mirror.bucket.keys.isEmpty)
            fixture.server.clearRequests()
            let plan = await publish(mirror, "--dry-run")
            #expect(plan.output.contains(" to copy (") && !plan.output.contains("to fetch"))
            let first = await publish(mirror, "--progress", "plain")
            #expect(first.status == 0, "\(first.error)")
            #expect(first.output.contains(" files copied ("), "\(first.output)")
            for stage in ["reading the mirror's metadata", "copying"] {
                #expect(first.error.contains(stage + "\n"), "\(first.error)")
            }
            #expect(fixture.server.requests().isEmpty)
            let copy = try mirror.copy()
            #expect(copy.files == fixture.mirror.files)
            for name in copy.files { #expect(copy.bytes(name) == fixture.mirror.bytes(name)) }
            try mirror.bucket.forgetRequests()
            let second = await publish(mirror)
            #expect(second.output == "\(mirror.place) unchanged: it was up to date\n")
            #expect(!mirror.bucket.requests.contains { $0.path.hasPrefix("maas/noble") })
            try await fixture.server.publishAgain()
            #expect(await fixture.sync().status == 0)
            try mirror.bucket.forgetRequests()
            let third = await publish(mirror, "-o", "json")
            #expect(third.status == 0 && third.json["published"] == true, "\(third.error)")
            try mirror.expectSound()
        }
    }

    @Test func `a bucket that was copied can be synced from upstream afterwards`() async throws {
        try await with { fixture, mirror in
            #expect(await publish(mirror).status == 0)
            let sync = await mirror.run("sync", [])
            #expect(
                sync.output == "\(mirror.place) unchanged: it was up to date\n", "\(sync.error)")
        }
    }

    @Test func `a file that is wrong here is named, and nothing is published`() async throws {
        try await with { fixture, mirror in
            let item = try #require(
                try fixture.mirror.newestItems().first(where: {
                    fixture.mirror.isRight($0)
                }))
            let bytes = try #require(fixture.mirror.bytes(item.path))
            try Data(bytes.reversed()).write(to: URL(filePath: fixture.mirror.path(item.path)))
            let run = await publish(mirror)
            #expect(run.status == 6, "\(run.error)")
            #expect(run.error.contains(item.path) && run.error.contains("--repair"))
            #expect(mirror.bucket.bytes("maas/streams/v1/index.sjson") == nil)
            #expect(mirror.bucket.bytes("maas/\(item.path)") == nil)
        }
    }

    @Test(arguments: [("denied", 4), ("full", 1)])
    func `a bucket that takes nothing has the status of its reason`(
        deed: String, status: Int
    ) async throws {
        try await with { _, mirror in
            try mirror.bucket.fail("PUT", "maas/[a-z]", deed, times: 1000)
            try mirror.bucket.fail("POST", "maas/[a-z]", deed, times: 1000)
            let run = await publish(mirror)
            #expect(Int(run.status) == status, "\(run.error)")
            #expect(!run.error.contains("mend the mirror"))
        }
    }

    @Test func `a mirror that signs itself is the same mirror in the bucket`() async throws {
        try await with(signing: true) { fixture, mirror in
            let first = await publish(mirror, "own", "-o", "json")
            #expect(first.status == 0, "\(first.error)")
            #expect(first.json["signed_by"] == "site")
            #expect(first.json["site_fingerprint"]?.text?.count == 40)
            #expect(first.error.contains("a region takes it with"), "\(first.error)")
            #expect(mirror.bucket.bytes("maas/streams/v1/keyring.gpg") != nil)
            #expect(try mirror.copy().files == fixture.mirror.files)
            // By the key that the mirror itself recorded.
            let verify = await fixture.run(
                ["mirror", "verify", mirror.place], adding: mirror.bucket.environment)
            #expect(verify.status == 0, "\(verify.error)")
            let list = await mirror.look("list", "--json", "signed_by")
            #expect(list.output.contains("site"))
            try await fixture.server.publishAgain()
            #expect(await fixture.sync().status == 0)
            let second = await publish(mirror, "own", "--keep-days", "0")
            #expect(second.status == 0, "\(second.error)")
            let again = await fixture.run(
                ["mirror", "verify", mirror.place], adding: mirror.bucket.environment)
            #expect(again.status == 0, "\(again.error)")
            // The products file that nothing names any more is gone.
            let files = try mirror.copy().files
            #expect(files.count { $0.contains("v3:download") && $0.hasSuffix(".sjson") } == 1)
            #expect(await publish(mirror, "own").output.contains("unchanged"))
        }
    }

    @Test func `an older copy does not replace a newer one`() async throws {
        try await with { fixture, mirror in
            try await fixture.server.publishAgain()
            #expect(await mirror.run("sync", Self.selection).status == 0)
            let run = await publish(mirror)
            #expect(run.status == 6, "\(run.output) \(run.error)")
            #expect(run.error.contains("older"), "\(run.error)")
        }
    }

    @Test func `several places get what upstream sends once`() async throws {
        try await MirrorFixture.with { fixture in
            let one = StoredMirror(fixture, try await TestBucket.make())
            let two = StoredMirror(fixture, try await TestBucket.make())
            let run = await fixture.run(
                fixture.transferring("sync") + Self.selection
                    + ["--also", one.place, "--also", two.place, "-o", "json"],
                adding: one.bucket.environment)
            #expect(run.status == 0, "\(run.error)")
            let asked = fixture.server.requests().map(\.path)
            #expect(asked.count == Set(asked).count)
            for mirror in [one, two] {
                try mirror.expectSound()
                #expect(try mirror.copy().files == fixture.mirror.files)
            }
            #expect(run.output.contains(one.place) && run.output.contains(two.place))
        }
    }

    @Test func `a copy that fails does not keep the others from being made`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = StoredMirror(fixture, try await TestBucket.make())
            let run = await fixture.run(
                fixture.transferring("sync")
                    + ["--also", "s3://nobody-made-this", "--also", mirror.place, "-o", "json"],
                adding: mirror.bucket.environment)
            #expect(run.status == 9)
            #expect(run.json.elements.count == 2)
            let failed = run.errorJSON["details"]?["copies"]?.elements ?? []
            #expect(failed.map { $0["directory"]?.text } == ["s3://nobody-made-this"])
            #expect(failed.first?["code"] == "not_found")
            try mirror.expectSound()
        }
    }

    @Test func `no copy is made where a mirror is already`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            for words in [
                ["s3://images/maas", "s3://images/maas/"], ["s3://images/maas", "s3://images"],
            ] {
                let run = await fixture.sync(
                    "--also", words[0], "--also", words[1], "--s3-endpoint", "http://127.0.0.1:9")
                #expect(run.status == 64 && run.error.contains("already"), "\(run.error)")
            }
            #expect(fixture.server.requests().isEmpty)
        }
    }

    @Test func `a bucket is copied to another too`() async throws {
        try await MirrorFixture.with { fixture in
            let one = StoredMirror(fixture, try await TestBucket.make())
            let two = StoredMirror(fixture, try await TestBucket.make())
            let run = await one.run("sync", Self.selection + ["--also", two.place])
            #expect(run.status == 0, "\(run.error)")
            try two.expectSound()
        }
    }

    @Test func `a keyring that judges upstream has no say over what the site signed`() async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = StoredMirror(fixture, try await TestBucket.make())
            let words = fixture.transferring("sync") + ["--sign", "auto", "--also", mirror.place]
            for _ in 1...2 {
                let run = await fixture.run(words, adding: mirror.bucket.environment)
                #expect(run.status == 0, "\(run.error)")
            }
            #expect(try mirror.copy().files == fixture.mirror.files)
            #expect(mirror.bucket.bytes("maas/streams/v1/keyring.gpg") != nil)
        }
    }

    @Test(arguments: ["s3://", "s3://x", "/srv/copy", "http://images/maas"])
    func `where no copy can be, nothing is fetched`(place: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--also", place)
            #expect(run.status == 64 && run.error.contains(place), "\(run.error)")
            #expect(fixture.server.requests().isEmpty)
            #expect(!FileManager.default.fileExists(atPath: fixture.directory))
        }
    }
}
