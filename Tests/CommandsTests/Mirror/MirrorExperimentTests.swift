import Foundation
import Sandbox
import TestSupport
import Testing

/// The experiments that `sstream-mirror` (python-simplestreams 0.1.0.post59) fails, by the numbers
/// under which they were made. The stalled server is among `MirrorDeliveryTests`.
@Suite struct MirrorExperimentTests {
    @Test func `2 a corrupt and a short file are repaired by the next run`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let mirror = try await fixture.made("--max", "1")
            let (gone, short) = try fixture.spoil()
            #expect(await fixture.sync().status == 0)
            #expect(mirror.isRight(gone) && mirror.isRight(short))
        }
    }

    @Test func `3 upstream publishes in the midst of a run`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.slow(bytesPerSecond: 400_000), on: "*/squashfs")
            async let running = fixture.sync("--max", "1", "--transfers", "1", "--retries", "1")
            try await fixture.until { $0.path.hasSuffix("/boot-kernel") }
            try await fixture.server.publishAgain()
            let run = await running
            // A whole mirror of the older publication, or none.
            #expect(run.status == 0 || fixture.mirror.documents.isEmpty)
            let newest = try fixture.mirror.newestItems()
            #expect(newest.allSatisfy(fixture.mirror.isRight))
            fixture.server.behave()
            #expect(await fixture.sync("--max", "1").status == 0)
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `4 nothing the published index names is deleted in an update`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let old = try fixture.mirror.newestItems()
            try await fixture.server.publishAgain()
            try fixture.server.misbehave(.slow(bytesPerSecond: 400_000), on: "*/squashfs")
            async let run = fixture.sync("--keep-days", "0")
            try await fixture.until { $0.path.hasSuffix("/squashfs") && $0.bytes > 0 }
            #expect(old.allSatisfy(fixture.mirror.isRight))
            #expect(await run.status == 0)
            #expect(fixture.emptyDirectories.isEmpty)
        }
    }

    @Test func `5 an empty directory elsewhere with the name of a removed one stays`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made("--max", "1")
            let held = try fixture.mirror.newestItems()
            let old = try #require(held.first { $0.ftype == "squashfs" })
            let folder = String(old.path.prefix { $0 != "/" })
            // Relative to the working directory of the process, which is where it went wrong.
            let here = FileManager.default.currentDirectoryPath
            let own = "\(here)/\(folder)/amd64/\(old.version)"
            try FileManager.default.createDirectory(
                atPath: own, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: "\(here)/\(folder)") }
            try await fixture.server.publishAgain()
            try await fixture.made("--keep-days", "0")
            #expect(!fixture.mirror.files.contains(old.path))
            #expect(FileManager.default.fileExists(atPath: own))
        }
    }

    @Test func `7 a server that ignores Range does not waste the run`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.reset(after: 100_000), on: "*/squashfs")
            #expect(await fixture.sync("--max", "1", "--retries", "1").status == 9)
            fixture.server.behave()
            try fixture.server.misbehave(.ignoresRange)
            #expect(await fixture.sync("--max", "1").status == 0)
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `8 one file answers 503 and the rest comes`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.status(503, body: "<html>oops"), on: "*/boot-kernel")
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 9)
            #expect(run.error.contains("HTTP 503") && run.error.contains("boot-kernel"))
            #expect(!run.error.contains("sha256"))
            #expect(fixture.mirror.documents.isEmpty)
            #expect(fixture.mirror.files.contains { $0.hasSuffix("/squashfs") })
        }
    }

    @Test func `9 a missing keyring is an error, also for an index in .json`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run([
                "mirror", "sync", "--keyring", "/nowhere/k.gpg",
                fixture.upstream + "streams/v1/index.json", fixture.directory,
            ])
            #expect(run.status != 0)
            #expect(run.error.contains("/nowhere/k.gpg"))
            #expect(!FileManager.default.fileExists(atPath: fixture.directory))
        }
    }

    @Test func `10 a filter that matches nothing publishes nothing`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            #expect(await fixture.sync("release=nothing").status == 7)
            #expect(fixture.mirror.documents.isEmpty)
        }
    }

    @Test func `12 a release that the filter leaves out goes`() async throws {
        try await MirrorFixture.with { fixture in
            try await fixture.made("arch=amd64", "release~(jammy|noble)")
            let mirror = try await fixture.made("arch=amd64", "release=noble", "--keep-days", "0")
            #expect(!mirror.files.contains { $0.hasPrefix("jammy/") })
            #expect(mirror.files.contains { $0.hasPrefix("noble/") })
        }
    }
}

extension MirrorFixture {
    /// Directories of the mirror with nothing in them.
    var emptyDirectories: [String] {
        let all = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String }
        return (all ?? []).filter { name in
            guard !name.hasPrefix(".maas-boot") else { return false }
            return (try? FileManager.default.contentsOfDirectory(atPath: mirror.path(name))) == []
        }
    }
}
