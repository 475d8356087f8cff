/// Takes a filter's text apart.
enum FilterGrammar {
    struct Parts {
        let key: String
        let `operator`: Filter.Operator
        let value: String
    }

    /// The key has letters, digits, `_`, `-` and `|`; nothing may stand before it.
    static func split(_ text: String) throws(FilterError) -> Parts {
        let malformed = FilterError(filter: text, reason: .malformed)
        var rest = text.unicodeScalars[...]
        // One line end at the end is not looked at; within a value none is possible.
        if rest.last == "\n" { rest.removeLast() }
        let key = rest.prefix(while: isKeyCharacter)
        rest = rest[key.endIndex...].drop(while: { $0 == " " })
        let isNegated = rest.first == "!"
        if isNegated { rest.removeFirst() }
        guard !key.isEmpty, let sign = rest.first, sign == "=" || sign == "~",
            let kind = Filter.Operator(rawValue: (isNegated ? "!" : "") + String(sign))
        else { throw malformed }
        rest = rest.dropFirst().drop(while: { $0 == " " })
        guard !rest.contains("\n") else { throw malformed }
        return Parts(key: String(key), operator: kind, value: String(rest))
    }

    private static func isKeyCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "_", "-", "|": return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
