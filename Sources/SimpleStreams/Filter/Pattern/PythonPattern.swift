/// Turns a pattern of Python's `re` into one of Swift's `Regex` that finds the same.
///
/// The two grammars agree on what people write in filters, and part where few look: nested
/// classes and set operations, escapes, `\Z`, `{,n}`, braces that stand for themselves, inline
/// flags. Each construct is read by Python's rules and written so that Swift cannot take it for
/// something else; what has no counterpart is refused by name.
struct PythonPattern {
    /// Deepest nesting of groups; parsers recurse.
    static let deepestGroup = 50
    /// Most characters in a pattern.
    static let longest = 2000

    let pattern: String
    let scalars: [Unicode.Scalar]
    var position = 0
    var output = ""
    var groups = PatternGroups()
    var depth = 0
    /// Whether `.` finds line ends too: `(?s)`.
    var isDotAll = false

    private init(_ pattern: String) {
        self.pattern = pattern
        scalars = Array(pattern.unicodeScalars)
    }

    /// The pattern in Swift's words.
    static func translate(_ pattern: String) throws(PatternRefusal) -> String {
        var translator = PythonPattern(pattern)
        guard translator.scalars.count <= longest else {
            throw translator.refusal(.unsupported("a pattern over \(longest) characters"))
        }
        try translator.readAlternatives()
        guard translator.position == translator.scalars.count else {
            throw translator.refusal(.unopened)
        }
        guard compile(translator.output) != nil else {
            throw translator.refusal(.unsupported(pattern))
        }
        return translator.output
    }

    /// The expression that finds as Python does: scalar by scalar.
    ///
    /// Swift 6.3 does not honour simple word boundaries scalar by scalar, so patterns that have
    /// one are matched character by character, which differs in combining marks alone.
    static func compile(_ translated: String) -> Regex<AnyRegexOutput>? {
        guard let regex = try? Regex(translated) else { return nil }
        let hasBoundary = translated.contains(#"\b"#) || translated.contains(#"\B"#)
        return hasBoundary
            ? regex.wordBoundaryKind(.simple) : regex.matchingSemantics(.unicodeScalar)
    }

    /// Reads up to the end, or up to the `)` that ends the group.
    mutating func readAlternatives() throws(PatternRefusal) {
        var isRepeatable = false
        while let scalar = peek(), scalar != ")" {
            isRepeatable = try readPart(scalar, after: isRepeatable)
        }
    }

    /// Reads one part; true when it may be repeated.
    private mutating func readPart(
        _ scalar: Unicode.Scalar, after isRepeatable: Bool
    ) throws(PatternRefusal) -> Bool {
        switch scalar {
        case "*", "+", "?", "{":
            return try readRepetition(scalar, after: isRepeatable)
        case "(": return try readGroup()
        case "[": try readClass()
        case "\\": return try readEscape()
        case "|", "^", "$":
            position += 1
            output += ["|": "|", "^": #"\A"#, "$": #"(?=\n?\z)"#][scalar] ?? ""
            return false
        case ".":
            position += 1
            output += isDotAll ? "(?s:.)" : #"[^\n]"#
        default:
            position += 1
            output += Self.literal(scalar)
        }
        return true
    }

    /// A character that stands for itself, in a form that no grammar reads otherwise.
    static func literal(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
        default: "\\u{" + String(scalar.value, radix: 16) + "}"
        }
    }

    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        position + distance < scalars.count ? scalars[position + distance] : nil
    }

    /// Steps over this text, if it is next.
    mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    func refusal(_ reason: PatternRefusal.Reason) -> PatternRefusal {
        PatternRefusal(pattern: pattern, reason: reason)
    }
}
