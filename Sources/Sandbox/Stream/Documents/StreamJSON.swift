/// A JSON text under construction, with the members of objects in the order given.
///
/// A document that misbehaves may need what no decoded value can hold: a key twice, a number out
/// of every range, nesting without end. Hence members are a list, and there is `verbatim`.
indirect enum StreamJSON: Sendable {
    case object([(key: String, value: StreamJSON)])
    case array([StreamJSON])
    case string(String)
    /// Text that is written as it is.
    case verbatim(String)

    /// An object of strings, with its keys sorted.
    static func tags(_ tags: [String: String]) -> [(key: String, value: StreamJSON)] {
        tags.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
    }

    /// The text, with a line for each member and indented by one space a level, as the published
    /// documents are.
    func rendered() -> String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .verbatim(let json): text += json
        case .string(let string): text += Self.quoted(string)
        case .array(let values):
            Self.list(values, brackets: ("[", "]"), to: &text, indent: indent) {
                $0.write(to: &$1, indent: $2)
            }
        case .object(let members):
            Self.list(members, brackets: ("{", "}"), to: &text, indent: indent) {
                $1 += Self.quoted($0.key) + ": "
                $0.value.write(to: &$1, indent: $2)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], brackets: (String, String), to text: inout String, indent: String,
        write: (Element, inout String, String) -> Void
    ) {
        let inner = indent + " "
        text += brackets.0
        for (position, element) in elements.enumerated() {
            text += position == 0 ? "\n" : ",\n"
            text += inner
            write(element, &text, inner)
        }
        text += elements.isEmpty ? brackets.1 : "\n" + indent + brackets.1
    }

    /// RFC 8259's string: quotation mark, backslash and control characters are escaped.
    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5c: text += "\\\(scalar)"
            case 0..<0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
