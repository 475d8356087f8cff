/// A condition on one tag, in the words of `sstream-mirror`: `KEY OP VALUE`.
///
/// `=` and `!=` compare the whole text; `~` and `!~` search with a regular expression of Python's
/// `re`, which is not anchored. A tag that is not there is the empty text. Spaces round OP do not
/// count; spaces at the end of VALUE do (simplestreams 0.1.0, `filters.py`).
package struct Filter: Hashable, Sendable, CustomStringConvertible {
    /// How the tag is compared with the value.
    package enum Operator: String, Hashable, Sendable {
        /// The same text.
        case equals = "="
        /// Another text.
        case differs = "!="
        /// The pattern is found in the text.
        case matches = "~"
        /// The pattern is not found in the text.
        case lacks = "!~"

        var isPattern: Bool { self == .matches || self == .lacks }
        var isNegated: Bool { self == .differs || self == .lacks }
    }

    /// The tag's name; case counts.
    package let key: String
    /// How the tag is compared with the value.
    package let `operator`: Operator
    /// The text or the pattern.
    package let value: String
    /// The filter as it was written.
    package let text: String
    /// The pattern in the words of Swift's `Regex`.
    let translated: String?

    /// Reads a filter, or says what is wrong and how to mend it.
    package init(parsing text: String) throws(FilterError) {
        let parts = try FilterGrammar.split(text)
        key = parts.key
        `operator` = parts.operator
        value = parts.value
        self.text = text
        guard parts.operator.isPattern else {
            translated = nil
            return
        }
        do throws(PatternRefusal) {
            translated = try PythonPattern.translate(parts.value)
        } catch {
            throw FilterError(filter: text, reason: .pattern(error))
        }
    }

    /// What is legal but probably not what was meant.
    package var warnings: [FilterWarning] { FilterWarning.find(in: self) }

    package var description: String { text }
}
