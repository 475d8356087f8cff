/// What gpgv said on its status descriptor (GnuPG, `doc/DETAILS`). The words decide, for gpgv
/// exits with 0 for keys that have expired or been revoked and for SHA-1.
struct GPGVStatus {
    private let lines: [[Substring]]

    /// Reads the status lines.
    init(_ text: String) {
        // By scalars: to Swift a line end after a carriage return is another character.
        lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.compactMap { line in
            let words = Substring(line).split(separator: " ")
            return words.first == "[GNUPG:]" && words.count > 1 ? Array(words.dropFirst()) : nil
        }
    }

    /// The one good signature, or why there is none.
    func verdict() throws(Refusal) -> Signature {
        if let reason = firstRefusal() { throw Refusal(reason: reason) }
        let valid = lines.filter { $0[0] == "VALIDSIG" }
        let news = lines.count { $0[0] == "NEWSIG" }
        guard let words = valid.first else { throw Refusal(reason: .noVerdict) }
        guard valid.count == 1, news <= 1, lines.count(where: { $0[0] == "GOODSIG" }) == 1 else {
            throw Refusal(reason: .signatureCount(Swift.max(valid.count, news)))
        }
        return try Self.signature(words)
    }

    struct Refusal: Error {
        let reason: VerificationError.Reason
    }

    private func firstRefusal() -> VerificationError.Reason? {
        for words in lines {
            let key = words.count > 1 ? Self.shown(words[1]) : "unknown"
            switch words[0] {
            case "BADSIG": return .badSignature
            case "ERRSIG":
                return words.last == "9" || isUnknown(words) ? .unknownKey(key) : .uncheckable
            case "NO_PUBKEY": return .unknownKey(key)
            case "EXPSIG": return .expiredSignature
            case "EXPKEYSIG": return .expiredKey(key)
            case "REVKEYSIG": return .revokedKey(key)
            case "NODATA", "FAILURE", "ERROR", "UNEXPECTED", "BADARMOR": return .uncheckable
            default: continue
            }
        }
        return nil
    }

    /// `ERRSIG keyid pkalgo hashalgo sigclass time rc [fingerprint]`; rc 9 is a missing key.
    private func isUnknown(_ words: [Substring]) -> Bool {
        words.count > 6 && words[6] == "9"
    }

    /// `VALIDSIG fingerprint date time expiry version reserved pkalgo hashalgo class primary`.
    private static func signature(_ words: [Substring]) throws(Refusal) -> Signature {
        guard words.count >= 11, let created = Int64(words[3]), let digest = Int(words[8]),
            let key = Fingerprint(words[1]), let primary = Fingerprint(words[10])
        else { throw Refusal(reason: .noVerdict) }
        guard let name = SigningDigest.strong[digest] else {
            throw Refusal(reason: .weakDigest(SigningDigest.weak[digest] ?? "digest \(digest)"))
        }
        guard words[9] == "00" || words[9] == "01" else {
            throw Refusal(reason: .signatureClass(shown(words[9])))
        }
        return Signature(
            fingerprint: primary, signingKey: key, created: UpdatedTime(seconds: created),
            digest: name)
    }

    /// At most a fingerprint's length of it, printable.
    private static func shown(_ word: Substring) -> String {
        String(word.unicodeScalars.prefix(64).filter { $0.isASCII && $0.value > 0x20 })
    }
}

/// The digest algorithms of OpenPGP by their numbers (RFC 9580 §9.5).
enum SigningDigest {
    /// Those a signature is believed with.
    static let strong = [
        8: "SHA256", 9: "SHA384", 10: "SHA512", 11: "SHA224", 12: "SHA3-256", 14: "SHA3-512",
    ]
    /// Those it is not believed with.
    static let weak = [1: "MD5", 2: "SHA1", 3: "RIPEMD160"]
}
