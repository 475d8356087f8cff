extension PythonPattern {
    /// Reads `[…]`. Within it Python knows ranges and escapes, and nothing else.
    mutating func readClass() throws(PatternRefusal) {
        let start = position
        position += 1
        var written = take("^") ? "[^" : "["
        var isFirst = true
        while isFirst || peek() != "]" {
            isFirst = false
            guard peek() != nil else {
                position = start + 1
                throw refusal(.unclosed("["))
            }
            written += try readMember()
        }
        position += 1
        output += written + "]"
    }

    /// A character, a range of them, or a named class such as `\d`.
    private mutating func readMember() throws(PatternRefusal) -> String {
        let start = position
        let low = try readClassAtom()
        guard peek() == "-", let next = peek(1), next != "]" else { return low.written }
        position += 1
        let high = try readClassAtom()
        guard let first = low.scalar, let last = high.scalar, first <= last else {
            throw refusal(.badRange(text(from: start)))
        }
        return low.written + "-" + high.written
    }

    private mutating func readClassAtom() throws(PatternRefusal) -> PatternAtom {
        guard let scalar = peek() else { throw refusal(.unclosed("[")) }
        position += 1
        guard scalar == "\\" else { return .character(scalar) }
        guard let escaped = peek() else { throw refusal(.badEscape("\\")) }
        guard escaped != "b" else {
            position += 1
            return .character("\u{8}")
        }
        return try readCommonEscape(escaped)
    }
}

/// What an escape or a single character stands for.
enum PatternAtom {
    /// One character.
    case character(Unicode.Scalar)
    /// A named class of characters: `\d`.
    case named(String)

    /// The character, when it is one.
    var scalar: Unicode.Scalar? {
        if case .character(let scalar) = self { scalar } else { nil }
    }

    /// In Swift's words.
    var written: String {
        switch self {
        case .character(let scalar): PythonPattern.literal(scalar)
        case .named(let name): name
        }
    }
}
