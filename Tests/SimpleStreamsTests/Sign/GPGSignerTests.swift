import Foundation
import Testing

@testable import SimpleStreams

/// gpg itself signs, and gpgv itself is asked.
@Suite(.enabled(if: SigningRoom.isGPGInstalled, "gpg is not installed"))
struct GPGSignerTests {
    private static let document = Array("{\n \"a\": 1,\n - \"b\"\nFrom here\n}\n".utf8)

    private func signer(_ choice: SigningChoice, _ room: SigningRoom) -> GPGSigner {
        GPGSigner(
            choice, ownHome: room.home.appending(path: "config/signing").path,
            userHome: room.home.path, temporaryDirectory: URL(filePath: "/tmp"))
    }

    private func read(
        _ signed: [UInt8], of document: [UInt8], _ key: SiteKey, _ form: SignatureForm
    ) async throws -> VerifiedDocument {
        let verifier = Verifier(
            policy: form.policy, keyring: try Keyring(key.keyring, origin: "test"))
        return form == .clearsigned
            ? try await verifier.verify(signed, named: "x")
            : try await verifier.verify(document, named: "x", signature: signed)
    }

    @Test(arguments: [SignatureForm.clearsigned, .detached])
    func `signs with a key of the user's so that gpgv believes it`(form: SignatureForm) async throws
    {
        try await SigningRoom.with { room in
            try await room.makeKey("site")
            try await room.makeKey("other")
            let signer = signer(.key("site@example.invalid"), room)
            let key = try #require(try await signer.key(making: true))
            let signed = try await signer.sign(
                [Self.document, Array("{}\n".utf8)], by: key, as: form)
            let first = try await read(signed[0], of: Self.document, key, form)
            #expect(first.content == Self.document)
            #expect(first.signature?.fingerprint == key.fingerprint)
            #expect(first.signature?.digest == "SHA512")
            #expect(try await read(signed[1], of: Array("{}\n".utf8), key, form).isVerified)
            let keys = try Keyring(key.keyring, origin: "test").keys
            #expect(keys.map(\.fingerprint) == [key.fingerprint])
            #expect(try Keyring(key.armoured, origin: "test").bytes == key.keyring)
            let named = self.signer(.key(key.fingerprint.description), room)
            #expect(try await named.key(making: false) == key)
        }
    }

    /// What comes of a choice; nil when it signs.
    private func failure(_ choice: SigningChoice, _ room: SigningRoom) async -> SigningError? {
        let signer = signer(choice, room)
        do throws(SigningError) {
            guard let key = try await signer.key(making: true) else { return nil }
            _ = try await signer.sign([Self.document], by: key, as: .clearsigned)
            return nil
        } catch {
            return error
        }
    }

    @Test func `says what is wrong with a key`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("old", expires: "30d", at: "20200101T000000")
            try await room.makeKey("locked", passphrase: "secret")
            try await room.makeKey("revoked")
            try await room.revoke("revoked")
            try await SigningRoom.with { other in
                try await other.makeKey("elsewhere")
                try await room.importKeys(try await other.exportKeys("elsewhere"))
            }
            if case .expiredKey? = await failure(.key("old"), room) {} else { Issue.record("old") }
            if case .passphrase? = await failure(.key("locked"), room) {
            } else {
                Issue.record("locked")
            }
            if case .unusableKey? = await failure(.key("revoked"), room) {
            } else {
                Issue.record("revoked")
            }
            if case .noSecretKey? = await failure(.key("elsewhere"), room) {
            } else {
                Issue.record("elsewhere")
            }
            #expect(await failure(.key("nobody"), room) == .unknownKey("nobody"))
            if case .ambiguousKey(_, let keys)? = await failure(.key("example.invalid"), room) {
                #expect(keys.count == 2)
            } else {
                Issue.record("example.invalid")
            }
        }
    }

    @Test func `a gpg that ends before it has read all is heard all the same`() async throws {
        // More than a pipe holds, for a program that reads nothing.
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        let answer = try await GPG(home: nil, program: "false").run([], input: long)
        #expect(!answer.succeeded)
    }

    @Test func `takes no name for an option`() async throws {
        try await SigningRoom.with { room in
            #expect(await failure(.key("--version"), room) == .unknownKey("--version"))
        }
    }

    @Test func `without gpg the package is named`() async throws {
        let signer = GPGSigner(
            .key("x"), ownHome: "/nowhere/signing", gpg: "maas-boot-no-such-program")
        do throws(SigningError) {
            _ = try await signer.key(making: true)
            Issue.record("a key from nowhere")
        } catch {
            if case .gpgUnavailable = error {} else { Issue.record("\(error)") }
            #expect(error.hint.contains("apt install gpg"))
        }
    }

    @Test func `finds out what no reader would believe`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("site")
            let signer = signer(.key("site"), room)
            let key = try #require(try await signer.key(making: true))
            let long = Array(String(repeating: "x", count: 30_000).utf8)
            await #expect(throws: SigningError.self) {
                try await signer.sign([long], by: key, as: .clearsigned)
            }
        }
    }

    @Test func `makes one key of its own at the first use, which nobody else can read`()
        async throws
    {
        try await SigningRoom.with { room in
            let signer = signer(.automatic, room)
            #expect(try await signer.key(making: false) == nil)
            // Two mirrors begin at once.
            async let one = signer.key(making: true)
            async let two = signer.key(making: true)
            let keys = try await [one, two]
            #expect(keys[0] == keys[1])
            let key = try #require(keys[0])
            let signed = try await signer.sign([Self.document], by: key, as: .clearsigned)
            #expect(try await read(signed[0], of: Self.document, key, .clearsigned).isVerified)
            let again = self.signer(.automatic, room)
            #expect(try await again.key(making: true) == key)
            let config = room.home.appending(path: "config").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: config) == ["signing"])
            #expect(Self.mode(config) == 0o700)
            let names = try FileManager.default.subpathsOfDirectory(atPath: config)
            #expect(names.contains { $0.hasSuffix(".key") })
            for name in names {
                let mode = Self.mode("\(config)/\(name)")
                #expect(mode == 0o700 || mode == 0o600, "\(name)")
                #expect(!name.contains("S.gpg-agent"), "an agent is left behind")
            }
        }
    }

    private static func mode(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.posixPermissions] as? Int
    }

    @Test func `signs with a key from a file and leaves nothing of it behind`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("site")
            let file = room.home.appending(path: "site.key").path
            try Data(try await room.exportSecretKey("site")).write(to: URL(filePath: file))
            let scratch = room.home.appending(path: "t")
            try FileManager.default.createDirectory(
                at: scratch, withIntermediateDirectories: false)
            let signer = GPGSigner(
                .file(file), ownHome: "/nowhere/signing", temporaryDirectory: scratch)
            let key = try #require(try await signer.key(making: true))
            let signed = try await signer.sign([Self.document], by: key, as: .detached)
            #expect(try await read(signed[0], of: Self.document, key, .detached).isVerified)
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
            for bytes in [Array("no key".utf8), try await room.exportKeys("site")] {
                try Data(bytes).write(to: URL(filePath: file))
                if case .keyFile? = await failure(.file(file), room) {
                } else {
                    Issue.record("\(bytes.count) bytes were taken for a secret key")
                }
            }
            let missing = await failure(.file("/nowhere/site.key"), room)
            #expect(missing == .keyFile("/nowhere/site.key", said: "it cannot be read"))
        }
    }
}
