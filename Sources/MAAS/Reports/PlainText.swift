/// Turns the HTML of notices into text for a terminal.
enum PlainText {
    /// Breaks become "; ", other tags vanish, the five XML entities and numeric ones are decoded,
    /// control characters are dropped so that no notice can drive the terminal.
    static func from(html: String) -> String {
        let broken = html.replacing(/<br\s*\/?>/.ignoresCase(), with: "; ")
        let bare = broken.replacing(/<\/?[A-Za-z][^>]*>/, with: "")
        let decoded = bare.replacing(/&(#x?[0-9A-Fa-f]+|[a-z]+);/) { match in
            character(String(match.1)) ?? String(match.0)
        }
        let words = decoded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(String.UnicodeScalarView(words.unicodeScalars.filter { $0.value >= 0x20 }))
    }

    private static func character(_ entity: String) -> String? {
        let named = [
            "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
        ]
        if let text = named[entity] { return text }
        guard entity.hasPrefix("#") else { return nil }
        let hexadecimal = entity.dropFirst().first == "x"
        let digits = entity.dropFirst(hexadecimal ? 2 : 1)
        return UInt32(digits, radix: hexadecimal ? 16 : 10)
            .flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
