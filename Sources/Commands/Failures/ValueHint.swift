/// What to do about a value that the parser refuses: its own words name the option, not the form.
enum ValueHint {
    /// How values of a name are written.
    private static let forms = [
        "<time>": "a time is written like 90s, 30m or 1h30m",
        "<rate>": "a rate is written like 500K or 10M, in bytes a second, and is not 0",
        "<address:port>": "for example 127.0.0.1:8080, or [::]:8080 for all addresses",
        "<keyring>": "a keyring is auto, a FILE here, or server:/PATH on the region's machines",
        "<days>": "a number of days, for example 1 or 0.5", "<number>": "a whole number",
    ]

    /// The hint for the parser's message on these words; nil where there is nothing to add.
    static func text(for message: String, on words: [String]) -> String? {
        if message.hasPrefix("Missing"), let word = words.first(where: isNegative) {
            return "\(word) was taken for an option; a value that begins with - "
                + (message.hasPrefix("Missing expected")
                    ? "stands behind --" : "is joined to its option: --option=\(word)")
        }
        guard message.contains(" is invalid for ") else { return nil }
        return forms.first { message.contains(" \($0.key)'") }?.value
    }

    private static func isNegative(_ word: String) -> Bool {
        word.hasPrefix("-") && word.dropFirst().first?.isNumber == true
    }
}
