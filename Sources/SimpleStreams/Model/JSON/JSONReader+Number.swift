extension JSONReader {
    /// Digits and signs in one number. No size, date or version needs more.
    static let longestNumber = 400

    /// Reads a number as the text filters compare with.
    ///
    /// A whole number is its digits; another one is printed as Python does, `1.50` as `1.5`.
    mutating func readNumber() throws(DocumentError) -> TextID {
        let start = position
        let isWhole = try scanNumber()
        let digits = bytes[start..<position]
        let text = String(decoding: digits, as: UTF8.self)
        if isWhole { return pool.intern(text == "-0" ? "0" : text) }
        return pool.intern(Double(text).map(\.description) ?? text)
    }

    /// Steps over a number (RFC 8259 §6); true when it has neither fraction nor exponent.
    @discardableResult
    mutating func scanNumber() throws(DocumentError) -> Bool {
        let start = position
        if peek() == UInt8(ascii: "-") { position += 1 }
        if peek() == UInt8(ascii: "0") {
            position += 1
        } else {
            try scanDigits()
        }
        let whole = position
        if peek() == UInt8(ascii: ".") {
            position += 1
            try scanDigits()
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            position += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            try scanDigits()
        }
        guard position - start <= Self.longestNumber else {
            throw error(.syntax(expected: "a number of at most \(Self.longestNumber) digits"))
        }
        return whole == position
    }

    private mutating func scanDigits() throws(DocumentError) {
        let start = position
        while let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
        guard position > start else { throw error(.syntax(expected: "a digit")) }
    }
}
