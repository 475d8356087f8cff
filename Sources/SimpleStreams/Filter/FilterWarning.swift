/// A filter that is legal and works as `sstream-mirror` has it, but hardly as it was meant.
package struct FilterWarning: Hashable, Sendable, CustomStringConvertible {
    /// What looks odd.
    package enum Reason: String, Hashable, Sendable {
        /// `arch==amd64`: the value begins with an operator.
        case doubledOperator
        /// `release=focal `: the space belongs to the value.
        case trailingSpace
        /// `os~grub*`: the star repeats one letter.
        case shellStar
        /// `os|arch=x`: `|` is a part of the key.
        case barInKey
        /// `arch='amd64'`: the quotes belong to the value.
        case quotes
        /// `arch=amd64,arm64`: the comma belongs to the value.
        case list
    }

    /// The filter as it was written.
    package let filter: String
    /// What looks odd.
    package let reason: Reason
    private let detail: String

    package var description: String {
        "filter \(PrintableText.quote(filter)): \(detail)"
    }

    static func find(in filter: Filter) -> [FilterWarning] {
        let value = filter.value
        var found: [FilterWarning] = []
        func warn(_ reason: Reason, _ detail: String) {
            found.append(FilterWarning(filter: filter.text, reason: reason, detail: detail))
        }
        if value.hasPrefix("=") || value.hasPrefix("~") {
            warn(.doubledOperator, "the value is \(PrintableText.quote(value)), operator included")
        }
        if value.hasSuffix(" ") {
            warn(.trailingSpace, "the space at the end belongs to the value")
        }
        if filter.key.contains("|") {
            warn(.barInKey, "\"|\" is a part of the key, it does not mean \"or\"")
        }
        if value.count > 1, let quote = value.first, "'\"".contains(quote), value.last == quote {
            warn(.quotes, "the quotes belong to the value")
        }
        if let star = filter.operator.isPattern ? shellStar(in: value) : nil {
            warn(.shellStar, star)
        }
        if !filter.operator.isPattern, value.contains(","), isSingle(filter.key) {
            let names = value.split(separator: ",").joined(separator: "|")
            warn(.list, "no list is meant by a comma; write \(filter.key)~^(\(names))$")
        }
        return found
    }

    /// Keys whose tag is one word.
    private static func isSingle(_ key: String) -> Bool {
        ["arch", "os", "release", "version", "label", "krel", "subarch"].contains(key)
    }

    private static func shellStar(in pattern: String) -> String? {
        var word = ""
        var isEscaped = false
        for character in pattern {
            if character == "*", let repeated = word.last, word.count > 1 {
                return "\"\(word)*\" finds \"\(word.dropLast())\" and any number of"
                    + " \"\(repeated)\"; to find what begins so, write \"^\(word)\""
            }
            let isPlain = !isEscaped && (character.isLetter || character.isNumber)
            word = isPlain ? word + String(character) : ""
            isEscaped = character == "\\" && !isEscaped
        }
        return nil
    }
}
