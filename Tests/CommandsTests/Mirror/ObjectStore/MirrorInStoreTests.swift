import Commands
import Foundation
import ObjectStore
import Sandbox
import TestSupport
import Testing

/// The mirror commands on a mirror in an object store, over real sockets.
@Suite(.enabled(if: ObjectStoreServer.isThere, "needs .venv-moto (make setup)"))
struct MirrorInStoreTests {
    private static let selection = ["--release", "noble", "--arch", "amd64", "--max", "1"]

    private func with(
        _ work: (MirrorFixture, StoredMirror) async throws -> Void
    ) async throws {
        try await MirrorFixture.with { fixture in
            try await work(fixture, StoredMirror(fixture, try await TestBucket.make()))
        }
    }

    @Test func `a bucket becomes a mirror, and stays one without a request for an item`()
        async throws
    {
        try await with { fixture, mirror in
            let planned = await mirror.run("plan", Self.selection)
            #expect(planned.status == 2)
            #expect(mirror.bucket.keys.isEmpty)
            let made = await mirror.run("sync", Self.selection + ["-o", "json"])
            #expect(made.status == 0, "\(made.error)")
            #expect(made.json["published"] == true)
            #expect(made.json["directory"] == .string(mirror.place))
            try mirror.expectSound()
            #expect(mirror.bucket.bytes("maas/index.html") != nil)
            try mirror.bucket.forgetRequests()
            let again = await mirror.run("sync", [])
            #expect(again.output == "\(mirror.place) unchanged: it was up to date\n")
            let asked = mirror.bucket.requests.filter {
                $0.path.hasPrefix("maas/noble") || $0.method == "HEAD"
            }
            #expect(asked.isEmpty)
            #expect(await mirror.run("plan", []).status == 0)
        }
    }

    @Test func `verify believes the store's checksums, and finds what is wrong`() async throws {
        try await with { fixture, mirror in
            #expect(await mirror.run("sync", Self.selection).status == 0)
            try mirror.bucket.forgetRequests()
            let sound = await mirror.look("verify")
            #expect(sound.status == 0, "\(sound.error)")
            #expect(sound.output.contains("by size and the sha256 that the store keeps"))
            let read = mirror.bucket.requests.filter {
                $0.method == "GET" && $0.path.hasPrefix("maas/noble")
            }
            #expect(read.isEmpty)
            let items = mirror.bucket.keys.filter { $0.hasPrefix("maas/noble") }
            let cut = try #require(mirror.bucket.bytes(items[0]))
            try mirror.bucket.write(items[0], Array(cut.dropLast()))
            try mirror.bucket.remove(items[1])
            let turned = try #require(mirror.bucket.bytes(items[2]))
            try mirror.bucket.write(items[2], turned.reversed())
            #expect(await mirror.look("verify", "--for", "maas").status == 2)
            let all = await mirror.look("verify", "--checksum", "--repair", "-o", "json")
            #expect(all.status == 0, "\(all.output) \(all.error)")
            #expect(all.json["findings"]?.elements.count == 3)
            try mirror.expectSound()
        }
    }

    @Test func `what is no longer needed goes after its time`() async throws {
        try await with { fixture, mirror in
            #expect(await mirror.run("sync", Self.selection).status == 0)
            let old = Set(mirror.bucket.keys)
            try await fixture.server.publishAgain()
            #expect(await mirror.run("sync", []).status == 0)
            #expect(old.isSubset(of: Set(mirror.bucket.keys)))
            let list = await mirror.look("list")
            #expect(list.status == 0 && list.output.contains("noble"), "\(list.error)")
            let waiting = await mirror.look("prune")
            #expect(waiting.output.contains("wait for their time"), "\(waiting.output)")
            fixture.clock.advance(by: 90_000)
            let pruned = await mirror.look("prune", "-o", "json")
            #expect(pruned.json["changed"] == true, "\(pruned.error)")
            #expect(!old.isSubset(of: Set(mirror.bucket.keys)))
            try mirror.expectSound()
        }
    }

    @Test func `a second run is told who writes, and has status 5`() async throws {
        try await with { fixture, mirror in
            try mirror.bucket.write(
                "maas/.maas-boot/lock",
                Array(
                    """
                    {"owner":"x","process":{"boot":"b","host":"far.example","pid":7,"started":"1",
                     "table":"t"},"renewals":0,"since":"2026-01-01T00:00:00Z"}
                    """.utf8))
            let run = await mirror.run("sync", Self.selection)
            #expect(run.status == 5)
            #expect(run.error.contains("process 7 on \"far.example\""), "\(run.error)")
            #expect(run.error.contains("--lock-wait"))
        }
    }

    @Test func `a bucket that was lost is filled from the cache`() async throws {
        try await with { fixture, mirror in
            let cache = fixture.room.path("cache")
            let words = Self.selection + ["--cache", cache]
            #expect(await mirror.run("plan", words).status == 2)
            #expect(!FileManager.default.fileExists(atPath: cache))
            let made = await mirror.run("sync", words)
            #expect(made.status == 0, "\(made.error)")
            try mirror.expectSound()
            for key in mirror.bucket.keys { try mirror.bucket.remove(key) }
            let asked = fixture.server.requests().count
            let filled = await mirror.run("sync", words)
            #expect(filled.status == 0, "\(filled.error)")
            let items = fixture.server.requests().dropFirst(asked).filter {
                !$0.path.contains("streams/")
            }
            #expect(items.isEmpty, "\(items)")
            try mirror.expectSound()
        }
    }

    @Test func `a mirror of its own is no cache`() async throws {
        try await with { fixture, mirror in
            let own = try fixture.room.write("{}", to: "own/.maas-boot/state.json")
            let cache = String(own.dropLast("/.maas-boot/state.json".count))
            let run = await mirror.run("sync", Self.selection + ["--cache", cache])
            #expect(run.status == 64)
            #expect(run.error.contains("mirror publish"), "\(run.error)")
            #expect(mirror.bucket.keys.isEmpty)
        }
    }

    @Test func `secrets are in no output, whatever is logged`() async throws {
        try await with { fixture, mirror in
            try mirror.bucket.fail("PUT", "squashfs", "denied")
            let run = await mirror.run("sync", Self.selection + ["-vv"])
            #expect(run.status != 0)
            #expect(run.error.contains("AccessDenied"), "\(run.error)")
            let secret = mirror.bucket.server.credentials.secretKey
            #expect(!(run.output + run.error).contains(secret))
            #expect(run.error.contains("squashfs"))
        }
    }

    @Test func `a document names a bucket as it names a directory`() async throws {
        try await with { fixture, mirror in
            let file = try fixture.room.write(
                """
                version: 1
                mirrors:
                  - upstream: \(fixture.upstream)
                    directory: \(mirror.place)
                    keyring: \(fixture.server.keyringPath)
                    releases: [noble]
                    arches: [amd64]
                    max: 1
                    cache: items
                """, to: "maas.yaml")
            let applied = await fixture.run(
                ["apply", "-f", file], adding: mirror.bucket.environment)
            #expect(applied.status == 0, "\(applied.error)")
            try mirror.expectSound()
            // Paths of a document are from its own directory on.
            let cached = try FileManager.default.subpathsOfDirectory(
                atPath: fixture.room.path("items"))
            #expect(cached.contains { $0.hasSuffix("squashfs") }, "\(cached)")
            let again = await fixture.run(["plan", "-f", file], adding: mirror.bucket.environment)
            #expect(again.status == 0, "\(again.output) \(again.error)")
        }
    }

    @Test func `keys come from a profile too`() async throws {
        try await with { fixture, mirror in
            let keys = mirror.bucket.server.credentials
            try fixture.room.write(
                """
                [lab]
                aws_access_key_id = \(keys.accessKey)
                aws_secret_access_key = \(keys.secretKey)
                """, to: "home/.aws/credentials")
            let words = fixture.transferring("sync").dropLast() + [mirror.place] + Self.selection
            let options = [
                "--s3-profile", "lab", "--s3-endpoint", mirror.bucket.server.url, "--s3-region",
                "us-east-1", "--s3-style", "path",
            ]
            let run = await fixture.run(words + options)
            #expect(run.status == 0, "\(run.error)")
            try mirror.expectSound()
        }
    }

    @Test(.enabled(if: ObjectStoreServer.isMoto, "needs keys of its own"))
    func `keys come from a container's role too, and stay secret`() async throws {
        try await with { fixture, mirror in
            let keys = try mirror.bucket.temporaryKeys()
            let role = try ScriptedServer { connection, request in
                guard request.header("Authorization") == "Bearer T" else {
                    return connection.answer(403)
                }
                connection.answer(
                    body: """
                        {"AccessKeyId": "\(keys.accessKey)", "Token": "\(keys.sessionToken ?? "")",
                         "SecretAccessKey": "\(keys.secretKey)",
                         "Expiration": "2099-01-01T00:00:00Z"}
                        """)
            }
            defer { role.stop() }
            let environment = [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": role.url("/keys"),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Bearer T",
                "AWS_ENDPOINT_URL_S3": mirror.bucket.server.url,
            ]
            let words = fixture.transferring("sync").dropLast() + [mirror.place] + Self.selection
            let run = await fixture.run(words + ["-vv"], adding: environment)
            #expect(run.status == 0, "\(run.error)")
            #expect(!run.error.contains(keys.secretKey))
            try mirror.expectSound()
            #expect(role.requests.count == 1)
        }
    }

    @Test(arguments: [
        (["s3://x"], "a bucket's name"), (["s3://images", "--s3-style", "sideways"], "--s3-style"),
        (["/srv/none", "--s3-region", "r"], "--s3-region is for mirrors in an object store"),
        (["/srv/none", "--cache", "/c"], "--cache is for mirrors in an object store"),
        (["s3://images", "--s3-region", "r", "--cache", "s3://c"], "a cache is a directory"),
        (["s3://images"], "neither the object store's address nor its region"),
        (["s3://images", "--s3-endpoint", "s3.example.com"], "the object store's address is none"),
        (["s3://images", "--s3-region", "r", "--s3-profile", "none"], "no such profile"),
    ])
    func `what cannot be meant is said`(words: [String], text: String) async {
        let keys = ["AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "a-secret"]
        let captured = CapturedContext(
            environment: keys, home: "/nonexistent", clock: BriskClock())
        let run = await MirrorFixture.run(
            ["mirror", "sync", "http://127.0.0.1:9/x"] + words, in: captured)
        #expect(run.status == 64)
        #expect(run.error.contains(text), "\(run.error)")
    }

    @Test(arguments: [
        ["pack", "s3://images", "-"], ["unpack", "-", "s3://images"], ["serve", "s3://images"],
        ["schedule", "s3://images"], ["publish", "s3://images", "s3://other"],
        ["publish", "/srv/images", "/srv/other"],
    ])
    func `what only a directory can do is refused`(words: [String]) async {
        let run = await MirrorFixture.run(
            ["mirror"] + words, in: CapturedContext(home: "/nonexistent", clock: BriskClock()))
        #expect(run.status == 64)
        #expect(run.error.contains("hint:"), "\(run.error)")
    }
}
