import Foundation
import Sandbox
import TestSupport
import Testing

/// Whose metadata is believed, and of what age (promises 3 and 4).
@Suite struct MirrorTrustTests {
    @Test func `a mirror signed by another key is refused until that key is confirmed`()
        async throws
    {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let before = try fixture.snapshot()
            // Both keys are in the keyring: gpgv would take either.
            let both = try fixture.keyringOfBoth()
            try await fixture.server.publishAgain()
            try fixture.server.misbehave(.resigned)
            let words = ["mirror", "sync", "--keyring", both, fixture.upstream, fixture.directory]
            let refused = await fixture.run(words)
            #expect(refused.status == 6)
            let other = fixture.server.otherFingerprint
            #expect(refused.error.contains(fixture.server.fingerprint))
            #expect(refused.error.contains("hint:"))
            #expect(refused.error.contains("--confirm-key \(other)"))
            #expect(try fixture.snapshot() == before)
            let confirmed = await fixture.run(words + ["--confirm-key", other])
            #expect(confirmed.status == 0, "\(confirmed.error)")
            // From now on it is the key this mirror knows.
            let next = await fixture.run(words)
            #expect(next.status == 0)
            #expect(!next.error.contains("signing key"))
        }
    }

    @Test func `another key than the keyring's is refused at once`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.resigned)
            let run = await fixture.sync()
            #expect(run.status == 6)
            #expect(run.error.contains("which the keyring does not have"))
            #expect(!FileManager.default.fileExists(atPath: fixture.directory + "/streams"))
        }
    }

    @Test func `the keyring that a run was given is the mirror's from then on`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let keyring = fixture.room.path("site.gpg")
            try FileManager.default.copyItem(atPath: fixture.server.keyringPath, toPath: keyring)
            let sync = ["sync", fixture.upstream, fixture.directory]
            let first = await fixture.run(["mirror"] + sync + ["--keyring", keyring])
            #expect(first.status == 0, "\(first.error)")
            // Once more each, for a run must not forget what it was not told.
            let verify = ["verify", fixture.directory]
            let pack = ["pack", fixture.directory, fixture.room.path("mirror.tar")]
            for words in [sync, verify, sync, pack] {
                let run = await fixture.run(["mirror"] + words)
                #expect(run.status == 0, "\(words): \(run.error)")
            }
            let copy = fixture.room.path("copy")
            let unpack = ["unpack", fixture.room.path("mirror.tar"), copy]
            for words in [unpack + ["--keyring", keyring], unpack, ["verify", copy]] {
                let run = await fixture.run(["mirror"] + words)
                #expect(run.status == 0, "\(words): \(run.error)")
            }
            // Another upstream, and a file that is gone, leave the usual places.
            let moved = await fixture.run(["mirror"] + sync + ["--change-upstream"])
            #expect(moved.status != 0)
            try FileManager.default.removeItem(atPath: keyring)
            let without = await fixture.run(["mirror"] + verify)
            #expect(without.status != 0)
            #expect(!without.error.contains("site.gpg"), "\(without.error)")
        }
    }

    @Test func `older metadata is refused until allowed`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let before = try fixture.snapshot()
            try fixture.server.misbehave(.rolledBack)
            let refused = await fixture.sync()
            #expect(refused.status == 6)
            #expect(refused.error.contains("older than the one accepted before"))
            #expect(refused.error.contains("--allow-rollback"))
            #expect(try fixture.snapshot() == before)
            let json = await fixture.sync("-o", "json", "--progress", "none")
            #expect(json.errorJSON["code"] == "verification_failed")
            let allowed = await fixture.sync("--allow-rollback")
            #expect(allowed.status == 0, "\(allowed.error)")
        }
    }

    @Test func `metadata that has not changed for long is warned about`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            fixture.clock.advance(by: 45 * 86_400)
            let run = await fixture.sync()
            #expect(run.status == 0)
            #expect(run.error.contains("warning: the index has not changed for 45 days"))
            let quiet = await fixture.sync("--freeze-days", "60")
            #expect(!quiet.error.contains("has not changed"))
        }
    }

    @Test func `a signature by a key that has expired is refused`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.expiredKey)
            let run = await fixture.sync()
            #expect(run.status == 6)
            #expect(run.error.contains(String(fixture.server.expiredFingerprint.suffix(16))))
            #expect(run.error.contains("which has expired"))
            #expect(!FileManager.default.fileExists(atPath: fixture.directory + "/streams"))
        }
    }

    @Test(arguments: [StreamFault.unsigned, .tampered])
    func `metadata that is not what was signed is refused`(fault: StreamFault) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let before = try fixture.snapshot()
            try await fixture.server.publishAgain()
            for pattern in ["*/index.sjson", "*:v3:download.sjson"] {
                try fixture.server.misbehave(fault, on: pattern)
                let run = await fixture.sync()
                #expect(run.status == 6, "\(pattern)")
                #expect(run.error.contains("hint:"))
                #expect(try fixture.snapshot() == before)
                fixture.server.behave()
            }
        }
    }

    @Test func `the wrong keyring is refused, and the key named`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run([
                "mirror", "sync", "--keyring", fixture.server.otherKeyringPath, fixture.upstream,
                fixture.directory,
            ])
            #expect(run.status == 6)
            #expect(run.error.contains(String(fixture.server.fingerprint.suffix(16))))
            #expect(run.error.contains("--keyring"))
        }
    }

    @Test func `an armoured keyring is as good`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run([
                "mirror", "sync", "--keyring", fixture.server.armouredKeyringPath,
                fixture.upstream, fixture.directory, "-o", "json",
            ])
            #expect(run.status == 0)
            #expect(run.json["verified"] == true)
        }
    }

    @Test(arguments: ["/nowhere/keyring.gpg", "/etc/hostname"])
    func `a keyring that cannot be used is named`(path: String) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run([
                "mirror", "sync", "--keyring", path, fixture.upstream, fixture.directory,
            ])
            #expect(run.status == 7 || run.status == 64)
            #expect(run.error.contains(path) && run.error.contains("hint:"))
            #expect(!FileManager.default.fileExists(atPath: fixture.directory))
        }
    }

    private static var hasUbuntuKeyring: Bool {
        FileManager.default.fileExists(atPath: "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg")
            || FileManager.default.fileExists(atPath: "/snap/maas/current/usr/share/keyrings")
    }

    @Test(.disabled(if: hasUbuntuKeyring, "this machine has Ubuntu's keyring"))
    func `without any keyring the package that has it is named`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.run(["mirror", "sync", fixture.upstream, fixture.directory])
            #expect(run.status == 7)
            #expect(run.error.contains("apt install ubuntu-cloudimage-keyring"))
            #expect(run.error.contains("--keyring"))
        }
    }

    @Test(arguments: [StreamFault.chunked, .unsigned, .resigned, .tampered])
    func `without verification anything goes, which is said and recorded`(
        fault: StreamFault
    ) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            if fault != .tampered { try fixture.server.misbehave(fault) }
            let words = ["mirror", "sync", "-U", fixture.upstream, fixture.directory]
            let run = await fixture.run(words + ["-o", "json"])
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("signatures are not checked"))
            #expect(run.json["verified"] == false && run.json["fingerprint"] == .null)
            let list = await fixture.run(["mirror", "list", fixture.directory, "-o", "json"])
            #expect(list.json[0]?["fingerprint"] == .null)
        }
    }

    @Test func `the step from verified to unverified is said`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let run = await fixture.run([
                "mirror", "sync", "--no-verify", fixture.upstream, fixture.directory,
            ])
            #expect(run.status == 0)
            #expect(run.error.contains("before, it was by key \(fixture.server.fingerprint)"))
        }
    }

    @Test func `an index in .json is checked by the signature beside it`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let index = fixture.upstream + "streams/v1/index.json"
            let words = [
                "mirror", "sync", "--keyring", fixture.server.keyringPath, index,
                fixture.directory,
            ]
            try fixture.server.misbehave(.tampered, on: "*.json")
            let refused = await fixture.run(words)
            #expect(refused.status == 6)
            fixture.server.behave()
            // Experiment 9: sstream-mirror ignores the keyring here.
            let run = await fixture.run(words + ["-o", "json"])
            #expect(run.status == 0 && run.json["verified"] == true)
            #expect(fixture.mirror.files.contains("streams/v1/index.json.gpg"))
        }
    }

    @Test func `refuses a keyring that would not be used`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--no-verify")
            #expect(run.status == 64)
            let short = await fixture.sync("--confirm-key", "ABCD")
            #expect(short.status == 64)
            #expect(short.error.contains("whole fingerprint"))
        }
    }
}

extension MirrorFixture {
    /// A keyring of the stream's keys and the other one.
    func keyringOfBoth() throws -> String {
        let path = room.path("both.gpg")
        var bytes = try Data(contentsOf: URL(filePath: server.keyringPath))
        bytes += try Data(contentsOf: URL(filePath: server.otherKeyringPath))
        try bytes.write(to: URL(filePath: path))
        return path
    }
}
