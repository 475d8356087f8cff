extension JSONReader {
    /// Reads the string that begins here.
    mutating func readText() throws(DocumentError) -> TextID {
        let start = position + 1
        var end = start
        while end < bytes.count, Self.isOrdinary(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
            position = end + 1
            guard let text = pool.intern(bytes[start..<end]) else { throw error(.notUnicode) }
            return text
        }
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: bytes[start..<end])
        position = end
        try readRest()
        guard let text = pool.intern(unescaped[...]) else { throw error(.notUnicode) }
        return text
    }

    /// Steps over the string that begins here, without keeping it.
    mutating func skipText() throws(DocumentError) {
        position += 1
        unescaped.removeAll(keepingCapacity: true)
        try readRest()
        guard String(validating: unescaped, as: UTF8.self) != nil else {
            throw error(.notUnicode)
        }
    }

    /// A byte that stands for itself within a string.
    private static func isOrdinary(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte >= 0x20
    }

    private mutating func readRest() throws(DocumentError) {
        while let byte = peek() {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"): try readEscape()
            case 0..<0x20:
                position -= 1
                throw error(.syntax(expected: "no control character in a string"))
            default: unescaped.append(byte)
            }
        }
        throw error(.syntax(expected: "the end of a string"))
    }

    private mutating func readEscape() throws(DocumentError) {
        guard let byte = peek() else { throw error(.syntax(expected: "an escape")) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): try readCodePoint()
        default:
            position -= 1
            throw error(.syntax(expected: "an escape"))
        }
    }

    /// `\uXXXX`, or a pair of them for what lies beyond the first plane (RFC 8259 §7).
    private mutating func readCodePoint() throws(DocumentError) {
        var point = try readFourDigits()
        if 0xD800..<0xDC00 ~= point, bytes[position...].starts(with: [0x5C, 0x75]) {
            position += 2
            let low = try readFourDigits()
            guard 0xDC00..<0xE000 ~= low else { throw error(.notUnicode) }
            point = 0x10000 + (point - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(point) else { throw error(.notUnicode) }
        unescaped.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
    }

    private mutating func readFourDigits() throws(DocumentError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek().flatMap(HexadecimalDigit.value) else {
                throw error(.syntax(expected: "four hexadecimal digits"))
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
