/// What gpg said on standard error: status lines (GnuPG, `doc/DETAILS`) among words for people.
struct GPGReport: Sendable {
    private let status: [[Substring]]
    /// The words for people, the last two lines of them, on one line.
    let said: String

    init(_ text: String) {
        let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map(Substring.init)
        status = lines.compactMap { line in
            let words = line.split(separator: " ")
            return words.first == "[GNUPG:]" && words.count > 1 ? Array(words.dropFirst()) : nil
        }
        let words = lines.filter { !$0.hasPrefix("[GNUPG:]") }.map { line in
            line.hasPrefix("gpg: ") ? line.dropFirst(5) : line
        }
        said = PrintableText.quote(words.suffix(2).joined(separator: "; "))
    }

    /// The words after the first status keyword of this name.
    func words(after keyword: String) -> [Substring]? {
        status.first { $0[0] == keyword }.map { Array($0.dropFirst()) }
    }

    /// The error number that gpg gave for its failure, without the part that made it (libgpg-error).
    private var code: UInt32? {
        guard let failure = words(after: "FAILURE"), failure.count > 1 else { return nil }
        return UInt32(failure[1]).map { $0 & 0xFFFF }
    }

    /// Why a key did not sign.
    func refusal(of key: String) -> SigningError {
        if let words = words(after: "INV_SGNR"), let reason = words.first {
            switch reason {
            case "1", "9": return .noSecretKey(key)
            case "4", "6", "8": return .unusableKey(key)
            case "5": return .expiredKey(key)
            default: break
            }
        }
        switch code {
        case 17: return .noSecretKey(key)
        case 11, 31, 67, 85, 99, 177: return .passphrase(key)
        case 77, 78, 114, 128, 246, 257: return .agent(said)
        default: break
        }
        return said.contains("agent") ? .agent(said) : .refused(said)
    }
}
