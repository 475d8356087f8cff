extension PythonPattern {
    /// Most repetitions that can be asked for by number.
    static let mostRepetitions = 1000

    /// Reads `*`, `+`, `?` or `{…}`. A brace that begins no repetition stands for itself.
    mutating func readRepetition(
        _ sign: Unicode.Scalar, after isRepeatable: Bool
    ) throws(PatternRefusal) -> Bool {
        let start = position
        let written: String
        if sign == "{" {
            guard let braces = try readBraces() else {
                position = start + 1
                output += Self.literal(sign)
                return true
            }
            written = braces
        } else {
            position += 1
            written = String(sign)
        }
        guard isRepeatable else {
            throw refusal(.nothingToRepeat(text(from: start)))
        }
        output += written
        // Lazy, or possessive as of Python 3.11.
        if let mark = peek(), mark == "?" || mark == "+" {
            position += 1
            output += String(mark)
        }
        return false
    }

    /// The repetition in braces; nil when there is none.
    private mutating func readBraces() throws(PatternRefusal) -> String? {
        let start = position
        position += 1
        guard peek() != "}" else { return nil }
        let low = takeDigits()
        let hasComma = take(",")
        let high = hasComma ? takeDigits() : low
        guard take("}") else { return nil }
        guard let least = low.isEmpty ? 0 : Int(low), least <= Self.mostRepetitions else {
            throw refusal(.badRange(text(from: start)))
        }
        guard !high.isEmpty else { return "{\(least),}" }
        guard let most = Int(high), most <= Self.mostRepetitions, least <= most else {
            throw refusal(.badRange(text(from: start)))
        }
        return "{\(least),\(most)}"
    }

    private mutating func takeDigits() -> String {
        var digits = ""
        while let digit = peek(), "0"..."9" ~= digit {
            digits.unicodeScalars.append(digit)
            position += 1
        }
        return digits
    }

    /// What was read since a position.
    func text(from start: Int) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[start..<position])
        return text
    }
}
