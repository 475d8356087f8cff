/// Turns the HTML of notices into text for a terminal.
enum PlainText {
    /// The most characters of a notice that are kept; those recorded have under 400.
    static let limit = 2000

    /// Breaks become "; ", other tags vanish, the named entities that Python's `html.escape` and
    /// MAAS write and numeric ones are decoded once, and nothing is left that could drive the
    /// terminal. Takes time in proportion to the text's length.
    static func from(html: String) -> String {
        var reader = Reader(scalars: Array(html.unicodeScalars))
        return TerminalSafe.line(reader.text(), limit: limit)
    }

    private struct Reader {
        let scalars: [Unicode.Scalar]
        var index = 0
        var kept = String.UnicodeScalarView()
        var keptCount = 0
        var breakIsDue = false
        /// No `>` follows: what was once searched in vain is not searched again.
        var tagsAreOver = false
        /// White space and control characters go later, so more is kept than will be shown.
        private let readable = PlainText.limit * 8
        private let stops: Set<Unicode.Scalar> = [".", ";", ":", "!", "?"]

        init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

        mutating func text() -> String {
            while index < scalars.count, keptCount < readable {
                switch scalars[index] {
                case "<": readTag()
                case "&": readEntity()
                default:
                    keep(scalars[index])
                    index += 1
                }
            }
            return String(kept)
        }

        private mutating func keep(_ scalar: Unicode.Scalar) {
            if breakIsDue, !scalar.properties.isWhitespace {
                breakIsDue = false
                let last = kept.last { !$0.properties.isWhitespace }
                if let last {
                    kept.append(contentsOf: (stops.contains(last) ? " " : "; ").unicodeScalars)
                }
            }
            kept.append(scalar)
            keptCount += 1
        }

        private mutating func readTag() {
            var nameStart = index + 1
            if nameStart < scalars.count, scalars[nameStart] == "/" { nameStart += 1 }
            guard !tagsAreOver, nameStart < scalars.count, isLetter(scalars[nameStart]) else {
                keep("<")
                index += 1
                return
            }
            guard let end = scalars[nameStart...].firstIndex(of: ">") else {
                tagsAreOver = true
                return
            }
            let name = scalars[nameStart..<end].prefix { isLetter($0) }
            if name.map({ $0.properties.lowercaseMapping }) == ["b", "r"] { breakIsDue = true }
            index = end + 1
        }

        private mutating func readEntity() {
            let name = scalars[(index + 1)...].prefix(10).prefix { $0 != ";" }
            let end = index + 1 + name.count
            guard end < scalars.count, scalars[end] == ";",
                let scalar = PlainText.character(String(String.UnicodeScalarView(name)))
            else {
                keep("&")
                index += 1
                return
            }
            keep(scalar)
            index = end + 1
        }

        private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && scalar.properties.isAlphabetic
        }
    }

    private static let named: [String: Unicode.Scalar] = [
        "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
    ]

    private static func character(_ entity: String) -> Unicode.Scalar? {
        if let scalar = named[entity] { return scalar }
        guard entity.hasPrefix("#") else { return nil }
        let hexadecimal = entity.dropFirst().first == "x" || entity.dropFirst().first == "X"
        let digits = entity.dropFirst(hexadecimal ? 2 : 1)
        guard digits.first?.isHexDigit == true else { return nil }
        return UInt32(digits, radix: hexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
    }
}
