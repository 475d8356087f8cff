import Foundation
import SimpleStreams
import Testing

@Suite(.enabled(if: SigningRoom.isGPGInstalled, "needs gpg to make throw-away keys"))
struct VerifierTests {
    private static let text = "{\n \"a\": 1,\n- dash\n}\n"

    private static func reason(
        _ document: [UInt8], _ ring: [UInt8], policy: SignaturePolicy = .required,
        signature: [UInt8]? = nil
    ) async throws -> VerificationError.Reason? {
        let verifier = Verifier(
            policy: policy, keyring: try Keyring(ring, origin: "test"),
            temporaryDirectory: FileManager.default.temporaryDirectory)
        do throws(VerificationError) {
            _ = try await verifier.verify(document, named: "index.sjson", signature: signature)
            return nil
        } catch {
            #expect(error.document == "index.sjson" && !error.hint.isEmpty)
            return error.reason
        }
    }

    @Test(arguments: ["ed25519", "rsa2048"])
    func `a good signature yields gpgv's output and the key`(algorithm: String) async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("publisher", algorithm: algorithm)
            let keyring = try Keyring(await room.exportKeys("publisher"), origin: "test")
            let verified = try await Verifier(keyring: keyring).verify(
                await room.clearsign(
                    Self.text, by: "publisher", options: ["--digest-algo", "SHA512"]),
                named: "index.sjson")
            #expect(String(decoding: verified.content, as: UTF8.self) == Self.text)
            #expect(verified.isVerified)
            #expect(verified.signature?.fingerprint == keyring.keys[0].fingerprint)
            #expect(verified.signature?.digest == "SHA512")
        }
    }

    @Test func `what gpgv lets pass is refused all the same`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("old", expires: "1y", at: "20200101T000000")
            try await room.makeKey("lost", algorithm: "rsa2048")
            try await room.makeKey("other")
            let expired = try await room.clearsign(Self.text, by: "old", at: "20200301T000000")
            let weak = try await room.clearsign(
                Self.text, by: "lost", options: ["--digest-algo", "SHA1"])
            let twice = try await room.clearsign(Self.text, by: "lost", "other")
            let good = try await room.clearsign(Self.text, by: "lost")
            try await room.makeKey("steady", at: "20200101T000000")
            let ended = try await room.clearsign(
                Self.text, by: "steady", options: ["--default-sig-expire", "1d"],
                at: "20200301T000000")
            let ring = try await room.exportKeys()
            guard case .expiredKey = try await Self.reason(expired, ring) else {
                Issue.record("expired key")
                return
            }
            #expect(try await Self.reason(weak, ring) == .weakDigest("SHA1"))
            #expect(try await Self.reason(twice, ring) == .signatureCount(2))
            #expect(try await Self.reason(ended, ring) == .expiredSignature)
            #expect(try await Self.reason(good, ring) == nil)
            try await room.revoke("lost")
            guard case .revokedKey = try await Self.reason(good, await room.exportKeys()) else {
                Issue.record("revoked key")
                return
            }
        }
    }

    @Test func `tampering and unknown keys are told apart`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("publisher")
            try await room.makeKey("other")
            let document = try await room.clearsign(Self.text, by: "publisher")
            let ring = try await room.exportKeys("publisher")
            let tampered = String(decoding: document, as: UTF8.self)
                .replacing("\"a\": 1", with: "\"a\": 2")
            #expect(try await Self.reason(Array(tampered.utf8), ring) == .badSignature)
            let other = try await Self.reason(document, await room.exportKeys("other"))
            guard case .unknownKey(let key) = other else {
                Issue.record("\(String(describing: other))")
                return
            }
            let fingerprint = try Keyring(ring, origin: "test").keys[0].fingerprint.description
            #expect(fingerprint.hasSuffix(key))
            #expect(try await Self.reason(Array(Self.text.utf8), ring) == .unsigned)
        }
    }

    @Test func `anything around or beside the one block is refused`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("publisher")
            let document = try await room.clearsign(Self.text, by: "publisher")
            let ring = try await room.exportKeys("publisher")
            #expect(try await Self.reason(document + document, ring) == .framing(.trailing))
            #expect(try await Self.reason(document + Array("{}".utf8), ring) == .framing(.trailing))
            #expect(try await Self.reason(Array("{}\n".utf8) + document, ring) == .unsigned)
            let crlf = String(decoding: document, as: UTF8.self).replacing("\n", with: "\r\n")
            #expect(try await Self.reason(Array(crlf.utf8), ring) == nil)
            let padded = String(decoding: document, as: UTF8.self)
                .replacing("- dash", with: "- dash \t")
            #expect(try await Self.reason(Array(padded.utf8), ring) == nil)
        }
    }

    @Test(arguments: [["--armor"], []])
    func `a detached signature binds the very bytes`(options: [String]) async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("publisher")
            let ring = try await room.exportKeys("publisher", armoured: true)
            let signature = try await room.detach(Self.text, by: "publisher", options: options)
            let bytes = Array(Self.text.utf8)
            func reason(_ bytes: [UInt8], _ signature: [UInt8]?) async throws -> VerificationError
                .Reason?
            {
                try await Self.reason(bytes, ring, policy: .detached, signature: signature)
            }
            #expect(try await reason(bytes, signature) == nil)
            #expect(try await reason(bytes + [0x20], signature) == .badSignature)
            #expect(try await reason(bytes, nil) == .unsigned)
            #expect(try await reason(bytes, []) == .unsigned)
            #expect(try await reason(bytes, bytes) == .uncheckable)
        }
    }

    @Test func `skipping says so, and still takes the frame off`() async throws {
        let verifier = Verifier(policy: .skipped, keyring: nil)
        let plain = try await verifier.verify(Array("{}".utf8), named: "x")
        #expect(!plain.isVerified && plain.content == Array("{}".utf8))
        let framed = """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA512

            {}
            -----BEGIN PGP SIGNATURE-----

            x
            -----END PGP SIGNATURE-----

            """
        let unwrapped = try await verifier.verify(Array(framed.utf8), named: "x")
        #expect(!unwrapped.isVerified && unwrapped.content == Array("{}\n".utf8))
    }

    @Test func `without a keyring or without gpgv nothing is believed`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("publisher")
            let document = try await room.clearsign(Self.text, by: "publisher")
            let keyring = try Keyring(await room.exportKeys("publisher"), origin: "test")
            let bare = await #expect(throws: VerificationError.self) {
                try await Verifier(keyring: nil).verify(document, named: "x")
            }
            #expect(bare?.reason == .noKeyring)
            let without = await #expect(throws: VerificationError.self) {
                try await Verifier(keyring: keyring, gpgv: "no-such-gpgv").verify(
                    document, named: "x")
            }
            guard case .gpgvUnavailable = without?.reason else {
                Issue.record("\(String(describing: without))")
                return
            }
            #expect(without?.hint == "install gpgv: apt install gpgv")
        }
    }

    @Test func `nothing is left in the temporary directory`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("publisher")
            let document = try await room.clearsign(Self.text, by: "publisher")
            let keyring = try Keyring(await room.exportKeys("publisher"), origin: "test")
            let directory = room.home.appending(path: "temporary")
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: false)
            let verifier = Verifier(keyring: keyring, temporaryDirectory: directory)
            _ = try await verifier.verify(document, named: "x")
            _ = try? await verifier.verify(Array(document.dropFirst(400)), named: "x")
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
        }
    }
}
