/// The size of a file as metadata states it.
package enum ByteCount {
    /// The largest size believed: 16 TiB, far above any image and far below what overflows.
    package static let largest: Int64 = 1 << 44

    /// Reads a whole number of bytes; nil for what is negative, fractional, huge or no number.
    ///
    /// `sstream-mirror` takes sizes written as strings too, so digits in a string count.
    package static func parse(_ text: String) -> Int64? {
        let digits = text.utf8
        guard !digits.isEmpty, digits.count <= 16,
            digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            let count = Int64(text), count <= largest
        else { return nil }
        return count
    }
}
