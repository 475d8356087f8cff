/// SplitMix64 (Steele, Lea, Flood 2014): a small generator whose numbers follow from its seed on
/// every machine, which the standard library's generator does not promise.
struct SplitMix: Sendable {
    private var state: UInt64

    /// A generator for one named thing: the text is mixed into the seed with FNV-1a.
    init(seed: UInt64, text: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        state = hash
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Puts eight more bytes at the end of `bytes`.
    mutating func append(to bytes: inout [UInt8]) {
        var word = next()
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: word))
            word >>= 8
        }
    }
}
