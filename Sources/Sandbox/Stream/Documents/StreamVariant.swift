/// How a document is told this time: of which publication, with which edits, signed by whom.
struct StreamVariant: Sendable, Hashable {
    /// Which publication the document is of.
    var publication: Int
    /// What is changed before signing.
    var edits: [StreamEdit] = []
    /// Who signs; nil for nobody.
    var signer: SampleKey? = .stream
    /// Whether a digit is changed after signing.
    var tampered = false

    /// The document with one digit changed, which leaves valid JSON: the first of an item's
    /// sha256 where there is one, else of the year in `updated`.
    static func tamper(_ text: String) -> String {
        for key in ["\"sha256\": \"", "\"updated\": \""] {
            guard let start = text.firstRange(of: key)?.upperBound,
                let digit = text[start...].firstIndex(where: \.isHexDigit)
            else { continue }
            let other = text[digit] == "1" ? "2" : "1"
            return String(text[..<digit]) + other + text[text.index(after: digit)...]
        }
        return text
    }
}
