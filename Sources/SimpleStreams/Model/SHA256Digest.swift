internal import Digests

/// A SHA-256, as metadata names it for a file.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    // Four words instead of an array: a products file has tens of thousands of digests.
    private let words: InlineWords

    private struct InlineWords: Hashable, Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    /// Reads 64 hexadecimal digits of either case; nil for anything else.
    package init?(hexadecimal text: String) {
        let digits = text.utf8
        guard digits.count == 64 else { return nil }
        var values: [UInt64] = [0, 0, 0, 0]
        for (index, digit) in digits.enumerated() {
            guard let value = HexadecimalDigit.value(digit) else { return nil }
            values[index / 16] = values[index / 16] << 4 | UInt64(value)
        }
        words = InlineWords(
            first: values[0], second: values[1], third: values[2], fourth: values[3])
    }

    /// Takes the 32 bytes of a finished hash; nil for any other count.
    package init?(bytes: [UInt8]) {
        self.init(hexadecimal: Hexadecimal.encode(bytes))
    }

    /// The digest of bytes at hand.
    package static func of(_ bytes: some Sequence<UInt8>) -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: SHA256.hash(bytes)) else {
            preconditionFailure("a SHA-256 has 32 bytes")
        }
        return digest
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        [words.first, words.second, words.third, words.fourth].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
        }
    }

    /// 64 lower-case digits.
    package var description: String { Hexadecimal.encode(bytes) }
}

extension SHA256Digest: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = SHA256Digest(hexadecimal: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not 64 hexadecimal digits")
        }
        self = digest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
