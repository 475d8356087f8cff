/// A valid gzip file (RFC 1952) of zeros, about 160 times smaller than what it unpacks to, made
/// piece by piece.
///
/// It is one deflate block with fixed codes (RFC 1951 §3.2.6): a literal zero, then matches of
/// 258 bytes at distance 1, each 13 bits long. Eight matches fill 13 bytes, which repeat.
struct StreamGzipBomb: Sendable {
    /// How many zeros it unpacks to.
    let unpacked: Int
    private let repetitions: Int

    private static let literal = "00110000"
    private static let match = "1100010100000"
    private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]
    private static let first = packed("110" + literal + match)
    private static let repeated = packed(String(repeating: match, count: 8))

    /// A file that unpacks to at least this many zeros.
    init(atLeast bytes: Int) {
        repetitions = max(0, bytes - 259 + 2063) / 2064
        unpacked = 259 + 2064 * repetitions
    }

    /// The file.
    var body: StreamBody {
        let pattern = Self.repeated
        let middle = StreamBody(count: repetitions * pattern.count) { asked in
            asked.map { pattern[$0 % pattern.count] }
        }
        return .bytes(Self.header + Self.first).followed(by: middle)
            .followed(by: .bytes([0] + trailer))
    }

    /// CRC-32 and length, least significant byte first.
    private var trailer: [UInt8] {
        [Self.checksum(zeros: unpacked), UInt32(truncatingIfNeeded: unpacked)].flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
        }
    }

    /// Bits in the order of the stream, the first in a byte's lowest place.
    private static func packed(_ bits: String) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: (bits.utf8.count + 7) / 8)
        for (position, bit) in bits.utf8.enumerated() where bit == 0x31 {
            bytes[position / 8] |= 1 << (position % 8)
        }
        return bytes
    }

    /// The CRC-32 of zeros: each multiplies the register by x⁸, so squaring does for any number.
    static func checksum(zeros count: Int) -> UInt32 {
        var power: UInt32 = 1 << 31
        var base: UInt32 = 1 << 30
        var exponent = 8 * count
        while exponent > 0 {
            if exponent & 1 == 1 { power = product(base, power) }
            base = product(base, base)
            exponent >>= 1
        }
        return ~product(power, ~0)
    }

    /// The product of two polynomials modulo CRC-32's, lowest power in the highest bit.
    private static func product(_ left: UInt32, _ right: UInt32) -> UInt32 {
        var result: UInt32 = 0
        var right = right
        for bit in stride(from: 31, through: 0, by: -1) {
            if left >> UInt32(bit) & 1 == 1 { result ^= right }
            right = right & 1 == 1 ? right >> 1 ^ 0xedb8_8320 : right >> 1
        }
        return result
    }
}
