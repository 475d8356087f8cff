/// A pattern that is no regular expression, or one that could not mean here what it means in
/// Python.
package struct PatternRefusal: Error, Hashable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// A bracket or a group that is not closed.
        case unclosed(String)
        /// A `)` without its `(`.
        case unopened
        /// A repetition of nothing, or of a repetition.
        case nothingToRepeat(String)
        /// `\` and something that Python gives no meaning to.
        case badEscape(String)
        /// A range or a repetition whose end is below its start, or too large.
        case badRange(String)
        /// A form that is legal in Python but not supported.
        case unsupported(String)
    }

    /// The pattern as it was written.
    package let pattern: String
    /// What is wrong.
    package let reason: Reason

    package var description: String {
        let problem =
            switch reason {
            case .unclosed(let opened): "\(PrintableText.quote(opened)) is not closed"
            case .unopened: "\")\" has no \"(\""
            case .nothingToRepeat(let sign): "\(PrintableText.quote(sign)) repeats nothing"
            case .badEscape(let escape): "\(PrintableText.quote(escape)) means nothing"
            case .badRange(let range): "\(PrintableText.quote(range)) is no range"
            case .unsupported(let form): "\(PrintableText.quote(form)) is not supported"
            }
        return "a pattern that cannot be used (\(problem))"
    }

    /// What to write instead.
    package var hint: String {
        switch reason {
        case .unclosed, .unopened: "close each bracket, or write \"\\\" before one that is meant"
        case .nothingToRepeat: "patterns are regular expressions: \"any text\" is \".*\", not \"*\""
        case .badEscape:
            "write \"\\\\\" for a backslash; known are \\d \\w \\s \\b \\. and the like"
        case .badRange: "write the smaller end first"
        case .unsupported: "use (…|…), classes, anchors and plain repetitions"
        }
    }
}
