import Foundation
import SimpleStreams
import Testing

@Suite struct KeyringTests {
    private static func reason(_ bytes: [UInt8]) -> KeyringError.Reason? {
        do throws(KeyringError) {
            _ = try Keyring(bytes, origin: "test")
            return nil
        } catch {
            return error.reason
        }
    }

    @Test(.enabled(if: SigningRoom.isGPGInstalled, "needs gpg to make throw-away keys"))
    func `armoured and binary keyrings list the same keys as gpg`() async throws {
        try await SigningRoom.with { room in
            try await room.makeKey("first")
            try await room.makeKey("second", algorithm: "rsa2048")
            let binary = try Keyring(await room.exportKeys(), origin: "binary")
            let armoured = try Keyring(await room.exportKeys(armoured: true), origin: "armoured")
            #expect(binary.bytes == armoured.bytes && binary.keys == armoured.keys)
            #expect(
                binary.keys.map(\.userIDs) == [
                    ["first <first@example.invalid>"], ["second <second@example.invalid>"],
                ])
            // gpg names a revocation certificate by the fingerprint it computed.
            let names = try FileManager.default
                .contentsOfDirectory(atPath: room.home.appending(path: "openpgp-revocs.d").path)
            #expect(Set(binary.keys.map { "\($0.fingerprint).rev" }) == Set(names))
            let both =
                try await room.exportKeys("first", armoured: true)
                + room.exportKeys("second", armoured: true)
            #expect(try Keyring(both, origin: "both").keys == binary.keys)
        }
    }

    @Test func `refuses what is no keyring`() {
        #expect(Self.reason([]) == .empty)
        #expect(Self.reason(Array("hello".utf8)) == .notOpenPGP)
        #expect(Self.reason([0, 0, 0, 32, 1, 1, 0, 2] + Array("KBXf".utf8) + [0]) == .keybox)
        #expect(Self.reason([0xC5, 1, 4]) == .secretKey)
        #expect(Self.reason([0xC6, 50, 4]) == .notOpenPGP)
        #expect(Self.reason([0xC6, 1, 4]) == .notOpenPGP)
        #expect(Self.reason([0xCD, 1, 0x61]) == .notOpenPGP)
        #expect(Self.reason([UInt8](repeating: 0x99, count: Keyring.maximumBytes + 1)) == .tooLarge)
    }

    @Test func `damaged armour is refused and named`() {
        func armour(_ body: String) -> [UInt8] {
            Array(
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n\(body)\n-----END PGP PUBLIC KEY BLOCK-----\n"
                    .utf8)
        }
        #expect(Self.reason(armour("zQFh\n=AAAA")) == .armour("the checksum is wrong"))
        #expect(Self.reason(armour("z!Fh")) == .armour("not base64"))
        #expect(Self.reason(Array(armour("zQFh").dropLast(12))) == .armour("it does not end"))
        #expect(Self.reason(Array("-----BEGIN PGP PRIVATE KEY BLOCK-----\n".utf8)) == .secretKey)
    }

    @Test func `the keyring that was named comes before the usual ones`() throws {
        let named = #expect(throws: KeyringError.self) {
            try Keyring.locate(explicit: "/nonexistent/ring.gpg", search: ["/dev/null"])
        }
        #expect(named?.reason == .unreadable && named?.origin == "/nonexistent/ring.gpg")
        let empty = FileManager.default.temporaryDirectory
            .appending(path: "maas-boot-\(UUID().uuidString).gpg")
        try Data().write(to: empty)
        defer { try? FileManager.default.removeItem(at: empty) }
        let usual = #expect(throws: KeyringError.self) {
            try Keyring.locate(explicit: nil, search: ["/nonexistent/a", empty.path])
        }
        #expect(usual?.reason == .empty && usual?.origin == empty.path)
        let none = #expect(throws: KeyringError.self) {
            try Keyring.locate(explicit: nil, search: ["/nonexistent/a"])
        }
        #expect(none?.reason == .notFound)
        #expect(none?.hint.contains("ubuntu-cloudimage-keyring") == true)
    }
}
