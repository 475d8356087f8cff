import Foundation
import Sandbox
import TestSupport
import Testing

/// What a server can do to a file on its way, and what becomes of the run.
@Suite struct MirrorDeliveryTests {
    private static let squashfs = "*/squashfs"

    /// A file of the mirror that a fault befell, and the requests for it.
    private func requests(_ fixture: MirrorFixture) -> [StreamRequest] {
        fixture.server.requests().filter { $0.path.hasSuffix("/squashfs") }
    }

    @Test(arguments: [StreamFault.reset(after: 150_000), .cut(after: 150_000)])
    func `a transfer that breaks is continued where it broke`(fault: StreamFault) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(fault, on: Self.squashfs, times: 1)
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 0, "\(run.error)")
            let asked = requests(fixture)
            #expect(asked.count == 2)
            #expect(asked.last?.range?.hasPrefix("bytes=") == true)
            #expect(asked.last?.status == 206)
            #expect(asked.last?.headers["if-range"] != nil)
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `a stalled transfer is broken off and continued`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.stall(after: 150_000), on: Self.squashfs, times: 1)
            let run = await fixture.sync("--max", "1", "--idle-timeout", "6s")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("the transfer stood still; trying again"))
            #expect(requests(fixture).last?.range == "bytes=150000-")
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `a server that never answers is given up in time`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.silent, on: Self.squashfs)
            let run = await fixture.sync("--max", "1", "--idle-timeout", "1s", "--retries", "2")
            #expect(run.status == 9)
            #expect(run.error.contains("/squashfs"))
        }
    }

    @Test func `metadata that stalls does not hang the run`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.stall(after: 10), on: "*/index.sjson")
            let run = await fixture.sync("--idle-timeout", "1s", "--retries", "2")
            #expect(run.status == 5, "\(run.error)")
            #expect(run.error.contains("index.sjson"))
        }
    }

    @Test(arguments: [StreamFault.ignoresRange, .wrongContentRange])
    func `a server that cannot continue costs that file and not the run`(
        fault: StreamFault
    ) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.reset(after: 150_000), on: Self.squashfs, times: 1)
            try fixture.server.misbehave(fault, on: Self.squashfs)
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 0, "\(run.error)")
            #expect(requests(fixture).contains { $0.range != nil })
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `another file under the same name is not joined to the part`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.otherContent, on: Self.squashfs, times: 1)
            try fixture.server.misbehave(.reset(after: 150_000), on: Self.squashfs, times: 1)
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 0, "\(run.error)")
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `a length that is too short is no end`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(
                .contentLengthTooShort(by: 1000), on: Self.squashfs, times: 1)
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 0, "\(run.error)")
            #expect(try fixture.mirror.newestItems().allSatisfy(fixture.mirror.isRight))
        }
    }

    @Test func `a length that is too long is refused before a byte`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.contentLengthTooLong(by: 1000), on: Self.squashfs)
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 6 || run.status == 9)
            #expect(run.error.contains("more bytes than the metadata says"), "\(run.error)")
            #expect(fixture.mirror.documents.isEmpty)
        }
    }

    @Test func `chunked bodies come as well`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.chunked)
            let mirror = try await fixture.made("--max", "1")
            #expect(try mirror.newestItems().allSatisfy(mirror.isRight))
        }
    }

    @Test(arguments: [StreamFault.flippedByte(at: 7), .otherContent])
    func `other bytes than metadata says are never published`(fault: StreamFault) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(fault, on: Self.squashfs)
            let run = await fixture.sync("--max", "1", "-o", "json", "--progress", "none")
            // Everything else came; a checksum is what failed.
            #expect(run.status == 6)
            let path = run.errorJSON["details"]?["failed"]?[0]?["path"]?.text ?? "?"
            #expect(run.errorJSON["message"]?.text?.contains(path) == true)
            #expect(run.errorJSON["message"]?.text?.contains("sha256") == true)
            #expect(fixture.mirror.documents.isEmpty)
            #expect(fixture.mirror.bytes(path) == nil)
            // Asked for twice, since the line may have been at fault; not for ever.
            #expect(requests(fixture).count == 2)
        }
    }

    @Test func `a flipped byte on the way once is mended`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.flippedByte(at: 7), on: Self.squashfs, times: 1)
            let mirror = try await fixture.made("--max", "1")
            #expect(try mirror.newestItems().allSatisfy(mirror.isRight))
        }
    }

    @Test(arguments: [Self.squashfs, "*/index.sjson"])
    func `a loop of redirects ends`(pattern: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.redirect(), on: pattern)
            let run = await fixture.sync("--max", "1")
            #expect([1, 9].contains(run.status), "\(run.error)")
            let asked = fixture.server.requests().filter { $0.status == 302 }
            #expect(asked.count <= 6)
        }
    }

    @Test func `one redirect is followed`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(
                .redirect(to: "/ephemeral-v3/stable/streams/v1/index.sjson"), on: "/moved/*")
            let run = await fixture.run([
                "mirror", "sync", "--keyring", fixture.server.keyringPath,
                fixture.server.baseURL + "/moved/", fixture.directory, "--dry-run",
            ])
            // The index comes from there; its products are then missing at the first address.
            #expect(run.error.contains(".sjson"))
            #expect(fixture.server.requests().contains { $0.status == 302 })
        }
    }

    @Test(arguments: [StreamFault.dropped, .status(500), .status(502), .status(504)])
    func `a hiccup is over with the next try`(fault: StreamFault) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(fault, on: "*", times: 2)
            let run = await fixture.sync("--max", "1")
            #expect(run.status == 0, "\(run.error)")
        }
    }

    @Test func `a list of files in place of a file is not the file`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.directoryListing, on: "*")
            let run = await fixture.sync()
            #expect(run.status == 6)
            #expect(run.error.contains("is not signed") || run.error.contains("clearsigned"))
            #expect(run.error.contains("hint:"))
            fixture.server.behave()
            try fixture.server.misbehave(.directoryListing, on: Self.squashfs)
            let files = await fixture.sync("--max", "1")
            #expect(files.status != 0)
            #expect(fixture.mirror.documents.isEmpty)
        }
    }
}
