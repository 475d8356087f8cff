extension PythonPattern {
    /// Reads `\` and what follows, outside of a class; false when it cannot be repeated.
    mutating func readEscape() throws(PatternRefusal) -> Bool {
        position += 1
        guard let escaped = peek() else { throw refusal(.badEscape("\\")) }
        switch escaped {
        case "A", "b", "B":
            position += 1
            output += "\\" + String(escaped)
            return false
        case "Z":
            position += 1
            output += #"\z"#
            return false
        case "1"..."9":
            try readReference()
        default:
            output += try readCommonEscape(escaped).written
        }
        return true
    }

    /// An escape that means the same within a class and outside.
    mutating func readCommonEscape(
        _ escaped: Unicode.Scalar
    ) throws(PatternRefusal) -> PatternAtom {
        position += 1
        switch escaped {
        case "d", "D", "w", "W", "s", "S": return .named("\\" + String(escaped))
        case "a": return .character("\u{7}")
        case "f": return .character("\u{C}")
        case "n": return .character("\n")
        case "r": return .character("\r")
        case "t": return .character("\t")
        case "v": return .character("\u{B}")
        case "x": return try readCode(digits: 2)
        case "u": return try readCode(digits: 4)
        case "U": return try readCode(digits: 8)
        case "a"..."z", "A"..."Z", "0"..."9":
            throw refusal(.badEscape("\\" + String(escaped)))
        default: return .character(escaped)
        }
    }

    private mutating func readCode(digits: Int) throws(PatternRefusal) -> PatternAtom {
        let start = position - 2
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = peek(), scalar.isASCII,
                let digit = HexadecimalDigit.value(UInt8(scalar.value))
            else { throw refusal(.badEscape(text(from: start))) }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw refusal(.badEscape(text(from: start)))
        }
        return .character(scalar)
    }

    /// `\1` to `\9`: what a closed group found.
    private mutating func readReference() throws(PatternRefusal) {
        let start = position - 1
        guard let digit = peek() else { return }
        position += 1
        let group = Int(digit.value) - 48
        if let next = peek(), "0"..."9" ~= next {
            throw refusal(.unsupported(text(from: start) + String(next)))
        }
        guard groups.isClosed(group) else { throw refusal(.badEscape(text(from: start))) }
        output += "(?:\\\(group))"
    }
}
