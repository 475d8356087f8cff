import Foundation
import Sandbox
import TestSupport
import Testing

/// `mirror sync --sign`: metadata of the mirror's own, with real gpg, gpgv and sockets.
@Suite struct MirrorSigningOptionsTests {
    /// What gpgv, as MAAS runs it, says of a document.
    private func gpgv(_ mirror: PublishedMirror, _ document: String, _ keyring: String) async throws
        -> Bool
    {
        let run = try await Tool.run(
            "gpgv", ["--keyring", keyring, mirror.path(document)])
        return run.status == 0
    }

    @Test func `gpgv accepts what the site signs with a key made for it`() async throws {
        try await MirrorFixture.with(.brief) { fixture in
            let run = await fixture.sync(
                "--release", "noble", "--arch", "amd64", "--sign", "auto", "-o", "json")
            #expect(run.status == 0, "\(run.error)")
            let mirror = fixture.mirror
            let key = try #require(run.json["site_fingerprint"]?.text)
            #expect(run.json["signed_by"] == "site" && key.count == 40)
            #expect(run.json["fingerprint"]?.text == fixture.server.fingerprint)
            #expect(run.error.contains("maas-boot use URL --trust \(key)"))
            #expect(!run.error.contains("does not hold"))
            let keyring = mirror.path("streams/v1/keyring.gpg")
            let documents = mirror.documents.keys
            #expect(documents.count >= 3)
            for document in documents {
                #expect(try await gpgv(mirror, document, keyring), "\(document)")
                #expect(try await !gpgv(mirror, document, fixture.server.keyringPath))
            }
            // A reader that knows no filters finds all that is named.
            let items = try mirror.items()
            #expect(!items.isEmpty && items.allSatisfy(mirror.isRight))
            #expect(
                !items.contains { $0.product.contains(":22.04:") || $0.product.contains(":arm64:") }
            )
            // The key is the user's alone.
            let home = fixture.room.path("home/.config/maas-boot/signing")
            let attributes = try FileManager.default.attributesOfItem(atPath: home)
            #expect(attributes[.posixPermissions] as? Int == 0o700)
        }
    }

    @Test func `later runs go on signing, and say so; none goes back`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let key = try await SigningKeyFile.shared.key()
            let made = await fixture.sync("--sign", key.path)
            #expect(made.status == 0, "\(made.error)")
            #expect(made.output.contains("signed by this site's key \(key.fingerprint)"))
            let before = try fixture.snapshot()
            let again = await fixture.sync()
            #expect(again.status == 0)
            #expect(again.output.contains("signed by this site's key \(key.fingerprint)"))
            #expect(!again.error.contains("from now on"))
            #expect(try fixture.snapshot() == before)
            let plan = await fixture.plan("-o", "json")
            #expect(plan.status == 0 && plan.json["signed_by"] == "site")
            let list = await fixture.run(["mirror", "list", fixture.directory, "-o", "json"])
            #expect(list.json[0]?["signed_by"] == "site")
            #expect(list.json[0]?["site_fingerprint"]?.text == key.fingerprint)
            let back = await fixture.sync("--sign", "none", "--keep-days", "0")
            #expect(back.status == 0, "\(back.error)")
            #expect(back.error.contains("carries upstream's signature again"))
            let index = try await fixture.upstreamBytes("streams/v1/index.sjson")
            #expect(fixture.mirror.bytes("streams/v1/index.sjson") == index)
            #expect(!fixture.mirror.files.contains { $0.contains("keyring") })
            let after = await fixture.run(["mirror", "list", fixture.directory, "-o", "json"])
            #expect(after.json[0]?["signed_by"] == "upstream")
        }
    }

    @Test func `verify checks with the site's key, and repairs from upstream`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let key = try await SigningKeyFile.shared.key()
            let made = await fixture.sync("--sign", key.path, "--max", "1")
            #expect(made.status == 0, "\(made.error)")
            let verify = ["mirror", "verify", fixture.directory, "--checksum", "-o", "json"]
            let sound = await fixture.run(verify)
            #expect(sound.status == 0, "\(sound.error)")
            #expect(sound.json["fingerprint"]?.text == key.fingerprint)
            #expect(sound.json["unselected_products"] == 0)
            let item = try #require(try fixture.mirror.items().first)
            try FileManager.default.removeItem(atPath: fixture.mirror.path(item.path))
            let repaired = await fixture.run(verify + ["--repair"])
            #expect(repaired.status == 0, "\(repaired.error)")
            #expect(fixture.mirror.isRight(item))
            // Upstream's keyring is the wrong one here.
            #expect(await fixture.verify().status == 6)
        }
    }

    @Test func `a dry run makes no key`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("--sign", "auto", "--dry-run", "-o", "json")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["signed_by"] == "site" && run.json["site_fingerprint"] == .null)
            let config = fixture.room.path("home/.config")
            #expect(!FileManager.default.fileExists(atPath: config))
        }
    }

    struct Trouble: Sendable {
        let sign: String
        let status: Int32
        let says: [String]
    }

    static let troubles = [
        Trouble(sign: "nobody@example.invalid", status: 7, says: ["no key", "--sign auto"]),
        Trouble(sign: "/nowhere/site.key", status: 7, says: ["no key file"]),
        Trouble(sign: "OPEN", status: 64, says: ["others than its owner", "chmod 600"]),
        Trouble(sign: "JUNK", status: 1, says: ["holds no secret key", "--export-secret-keys"]),
    ]

    @Test(arguments: troubles)
    func `without a key that signs nothing is published`(trouble: Trouble) async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            var sign = trouble.sign
            if sign == "OPEN" { sign = try fixture.room.write("x", to: "open", mode: 0o644) }
            if sign == "JUNK" { sign = try fixture.room.write("no key", to: "junk") }
            let home = fixture.room.path("gnupg")
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let run = await fixture.run(
                fixture.transferring("sync") + ["--sign", sign], adding: ["GNUPGHOME": home])
            #expect(run.status == trouble.status, "\(run.error)")
            for part in trouble.says { #expect(run.error.contains(part), "\(run.error)") }
            #expect(run.error.contains("hint:"))
            #expect(!FileManager.default.fileExists(atPath: fixture.mirror.path("streams")))
            #expect(fixture.mirror.files.isEmpty)
        }
    }

    @Test func `a key of the user's gpg is taken from its home`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let key = try await SigningKeyFile.shared.key()
            let home = "/tmp/gpg-\(UUID().uuidString.prefix(8))"
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
            _ = try await Tool.run("gpg", ["--homedir", home, "--batch", "--import", key.path])
            let run = await fixture.run(
                fixture.transferring("sync") + ["--sign", "site@example.invalid", "-o", "json"],
                adding: ["GNUPGHOME": home])
            _ = try await Tool.run("gpgconf", ["--homedir", home, "--kill", "all"])
            try FileManager.default.removeItem(atPath: home)
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["site_fingerprint"]?.text == key.fingerprint)
        }
    }
}
