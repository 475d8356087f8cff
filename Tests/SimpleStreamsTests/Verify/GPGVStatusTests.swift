import Testing

@testable import SimpleStreams

@Suite struct GPGVStatusTests {
    private static let key = "DD2862EA4656EA8BE55733C4FA42196B8E6B7A5E"
    private static let good = "[GNUPG:] NEWSIG\n[GNUPG:] GOODSIG FA42196B8E6B7A5E R\n"
    private static func valid(digest: Int = 10, kind: String = "01") -> String {
        "[GNUPG:] VALIDSIG \(key) 2026-11-22 1795384788 0 4 0 1 \(digest) \(kind) \(key)\n"
    }

    private static func reason(_ text: String) -> VerificationError.Reason? {
        do throws(GPGVStatus.Refusal) {
            _ = try GPGVStatus(text).verdict()
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func `one good signature is believed`() throws {
        let signature = try GPGVStatus(Self.good + Self.valid()).verdict()
        #expect(signature.fingerprint.description == Self.key)
        #expect(signature.created.seconds == 1_795_384_788 && signature.digest == "SHA512")
    }

    private static let refused: [(String, VerificationError.Reason)] = [
        ("", VerificationError.Reason.noVerdict), (good, .noVerdict), (valid(), .signatureCount(1)),
        ("gpgv: [GNUPG:] VALIDSIG", .noVerdict), (good + valid(digest: 2), .weakDigest("SHA1")),
        (good + valid(digest: 1), .weakDigest("MD5")),
        (good + valid(digest: 99), .weakDigest("digest 99")),
        (good + valid(kind: "10"), .signatureClass("10")),
        (good + valid() + valid(), .signatureCount(2)),
        (good + valid() + good + valid(), .signatureCount(2)),
        (good + "[GNUPG:] VALIDSIG x\n", .noVerdict),
        (good + valid() + "[GNUPG:] BADSIG 12 x\n", .badSignature),
        (good + valid() + "[GNUPG:] EXPSIG 12 x\n", .expiredSignature),
        (good + valid() + "[GNUPG:] EXPKEYSIG 12 x\n", .expiredKey("12")),
        (good + valid() + "[GNUPG:] REVKEYSIG 12 x\n", .revokedKey("12")),
        ("[GNUPG:] ERRSIG 12 1 10 01 1795384788 9 \(key)\n", .unknownKey("12")),
        ("[GNUPG:] ERRSIG 12 1 10 01 1795384788 4 -\n", .uncheckable),
        ("[GNUPG:] NODATA 1\n", .uncheckable),
    ]

    @Test(arguments: refused)
    func `anything else is refused`(text: String, reason: VerificationError.Reason) {
        #expect(Self.reason(text) == reason)
    }
}
