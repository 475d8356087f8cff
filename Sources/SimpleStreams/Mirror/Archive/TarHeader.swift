/// The header of a plain file in a POSIX archive (IEEE Std 1003.1-2017, utility pax: "ustar
/// Interchange Format", and "pax Header Block" where ustar's fields are too small).
///
/// A header follows from path, size and time alone: owner 0, mode 0644. So one that is read needs
/// no interpretation: it is the expected one byte for byte, or it is wrong.
enum TarHeader {
    /// Bytes in a block; everything begins at a multiple of it.
    static let block = 512
    /// Two empty blocks end an archive.
    static let trailer = [UInt8](repeating: 0, count: 2 * block)

    private static let longestName = 100
    private static let longestPrefix = 155
    /// The largest number in eleven octal digits: 8 GiB less one byte.
    private static let largestNumber: Int64 = 0o777_7777_7777

    /// Empty bytes after content of this size, up to the next block.
    static func padding(after size: Int64) -> Int {
        Int((Int64(block) - size % Int64(block)) % Int64(block))
    }

    /// All that stands before the content.
    ///
    /// - Parameter time: the modification time in seconds since 1970.
    static func bytes(path: RelativePath, size: Int64, time: Int64) -> [UInt8] {
        let time = min(max(0, time), largestNumber)
        let split = split(path)
        var records: [UInt8] = []
        if split == nil { records += record("path", path.text) }
        if size > largestNumber { records += record("size", "\(size)") }
        let field = header(
            name: split?.name ?? Array("PaxEntry".utf8), prefix: split?.prefix ?? [],
            size: size > largestNumber ? 0 : size, time: time, type: "0")
        guard !records.isEmpty else { return field }
        let count = Int64(records.count)
        return header(
            name: Array("PaxHeader".utf8), prefix: [], size: count, time: time, type: "x")
            + records + [UInt8](repeating: 0, count: padding(after: count)) + field
    }

    /// The size that a header block states; nil when it is none of a plain file.
    static func size(in block: [UInt8]) -> Int64? {
        guard isHeader(block), block[156] == UInt8(ascii: "0") else { return nil }
        let digits = String(decoding: block[124..<135], as: UTF8.self)
        return Int64(digits, radix: 8)
    }

    /// Whether a block has ustar's mark.
    static func isHeader(_ block: [UInt8]) -> Bool {
        block.count == Self.block && block[257..<263].elementsEqual("ustar\0".utf8)
    }

    /// The two fields of a path that ustar can hold: ASCII, parted at a slash.
    private static func split(_ path: RelativePath) -> (name: [UInt8], prefix: [UInt8])? {
        let bytes = Array(path.text.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        if bytes.count <= longestName { return (bytes, []) }
        for place in bytes.indices.reversed() where bytes[place] == UInt8(ascii: "/") {
            let rest = bytes.count - place - 1
            if rest > longestName { return nil }
            if place <= longestPrefix {
                return (Array(bytes[(place + 1)...]), Array(bytes[..<place]))
            }
        }
        return nil
    }

    /// `LENGTH KEYWORD=VALUE\n`, where the length counts its own digits.
    private static func record(_ keyword: String, _ value: String) -> [UInt8] {
        let rest = Array(" \(keyword)=\(value)\n".utf8)
        var length = rest.count + 1
        while length != rest.count + "\(length)".utf8.count {
            length = rest.count + "\(length)".utf8.count
        }
        return Array("\(length)".utf8) + rest
    }

    private static func header(
        name: [UInt8], prefix: [UInt8], size: Int64, time: Int64, type: Unicode.Scalar
    ) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.block)
        func put(_ bytes: some Collection<UInt8>, at offset: Int) {
            block.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
        }
        put(name, at: 0)
        put(octal(0o644, digits: 7), at: 100)
        for empty in [108, 116, 329, 337] { put(octal(0, digits: 7), at: empty) }
        put(octal(size, digits: 11), at: 124)
        put(octal(time, digits: 11), at: 136)
        block[156] = UInt8(ascii: type)
        put("ustar\0".utf8, at: 257)
        put("00".utf8, at: 263)
        put(prefix, at: 345)
        // The sum of all bytes, its own field taken for spaces.
        put([UInt8](repeating: UInt8(ascii: " "), count: 8), at: 148)
        let sum = block.reduce(0) { $0 + Int64($1) }
        put(octal(sum, digits: 6), at: 148)
        block[154] = 0
        return block
    }

    private static func octal(_ number: Int64, digits: Int) -> [UInt8] {
        let text = String(number, radix: 8)
        return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
    }
}
