/// A signature that was found good.
package struct Signature: Hashable, Sendable, Codable {
    /// The primary key: what a trust record remembers.
    package let fingerprint: Fingerprint
    /// The key that signed: the primary key, or a subkey of it.
    package let signingKey: Fingerprint
    /// When it says it was made.
    package let created: UpdatedTime
    /// The digest algorithm: `SHA512`.
    package let digest: String
}

/// The fingerprint of an OpenPGP key: 40 hexadecimal digits, 64 as of version 5.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// Upper-case digits.
    package let description: String

    /// Reads a fingerprint; spaces within it, as people copy it, do not count.
    package init?(_ text: some StringProtocol) {
        let digits = text.uppercased().filter { $0 != " " }
        guard digits.utf8.count == 40 || digits.utf8.count == 64,
            digits.utf8.allSatisfy({ HexadecimalDigit.value($0) != nil })
        else { return nil }
        description = digits
    }
}

extension Fingerprint: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let fingerprint = Fingerprint(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a fingerprint")
        }
        self = fingerprint
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
