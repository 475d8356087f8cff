/// The keys that gpg lists with `--with-colons` (GnuPG, `doc/DETAILS`).
enum GPGKeyListing {
    /// A primary key.
    struct Key: Hashable, Sendable {
        let fingerprint: Fingerprint
        /// `e` expired, `r` revoked, `d` disabled, `i` invalid; others are of no account here.
        let validity: Character
        /// Whether the key, or a subkey of it, makes signatures now.
        let signs: Bool

        /// Why it cannot be used; nil when it can.
        var refusal: SigningError? {
            switch validity {
            case "e": .expiredKey(fingerprint.description)
            case "r", "d", "i": .unusableKey(fingerprint.description)
            default: signs ? nil : .unusableKey(fingerprint.description)
            }
        }
    }

    /// Reads a listing of public or secret keys.
    static func read(_ output: [UInt8]) -> [Key] {
        var keys: [Key] = []
        var primary: [Substring]?
        let text = String(decoding: output, as: UTF8.self)
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            switch fields[0] {
            case "pub", "sec": primary = fields
            case "fpr":
                guard let record = primary, record.count > 11, fields.count > 9,
                    let fingerprint = Fingerprint(fields[9])
                else { continue }
                let abilities = record[11]
                keys.append(
                    Key(
                        fingerprint: fingerprint, validity: record[1].first ?? "-",
                        signs: abilities.contains("S") && !abilities.contains("D")))
                primary = nil
            default: continue
            }
        }
        return keys
    }

    /// The one key that a name means.
    static func only(of keys: [Key], named name: String) throws(SigningError) -> Key {
        guard let first = keys.first else { throw .unknownKey(name) }
        if keys.count == 1 {
            if let refusal = first.refusal { throw refusal }
            return first
        }
        let usable = keys.filter { $0.refusal == nil }
        guard usable.count != 1 else { return usable[0] }
        throw .ambiguousKey(name, (usable.isEmpty ? keys : usable).map(\.fingerprint))
    }
}
