extension JSONReader {
    /// The kinds of JSON value, as messages name them.
    enum Kind: String {
        case object = "an object"
        case array = "an array"
        case string = "a string"
        case number = "a number"
        case boolean = "a boolean"
        case null = "null"
    }

    /// The kind of the value that comes next.
    mutating func nextKind() throws(DocumentError) -> Kind {
        skipSpace()
        switch peek() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"): return .number
        case let digit? where UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit: return .number
        default: throw error(.syntax(expected: "a value"))
        }
    }

    /// Reads a string.
    mutating func readString() throws(DocumentError) -> String {
        let kind = try nextKind()
        guard kind == .string else {
            throw error(.wrongType(expected: "a string", found: kind.rawValue))
        }
        let text = try readText()
        return pool[text]
    }

    /// Reads a value as the text filters compare with; nil for null, arrays and objects, which
    /// are no tags.
    ///
    /// SimpleStreams compares tags as Python prints them, so `true` is `True`.
    mutating func readTag() throws(DocumentError) -> TextID? {
        switch try nextKind() {
        case .string: return try readText()
        case .number: return try readNumber()
        case .boolean: return pool.intern(try readBoolean() ? "True" : "False")
        case .null, .array, .object:
            try skipValue()
            return nil
        }
    }

    /// Reads and forgets a value, whatever it is. Members that are there twice in it go unnoticed:
    /// nothing is taken from it.
    mutating func skipValue() throws(DocumentError) {
        switch try nextKind() {
        case .string: try skipText()
        case .number: try scanNumber()
        case .boolean: _ = try readBoolean()
        case .null: try word("null")
        case .array: try readArray { reader throws(DocumentError) in try reader.skipValue() }
        case .object:
            try readObject { reader, _ throws(DocumentError) in try reader.skipValue() }
        }
    }

    func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Steps over white space and this byte, if it is next.
    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func readBoolean() throws(DocumentError) -> Bool {
        let value = peek() == UInt8(ascii: "t")
        try word(value ? "true" : "false")
        return value
    }

    private mutating func word(_ text: StaticString) throws(DocumentError) {
        let expected = String(describing: text)
        guard bytes[position...].starts(with: expected.utf8) else {
            throw error(.syntax(expected: expected))
        }
        position += expected.utf8.count
    }
}
