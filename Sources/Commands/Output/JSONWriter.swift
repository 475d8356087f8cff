/// Writes JSON text (RFC 8259) with the members of objects in their own order.
package struct JSONWriter: Sendable {
    /// How the text is laid out.
    package enum Layout: Sendable {
        /// Two spaces a level, one member a line.
        case pretty
        /// One line.
        case compact
    }

    package let layout: Layout

    package init(_ layout: Layout) {
        self.layout = layout
    }

    /// The value's text, without a newline at its end. A number that JSON cannot say becomes null.
    package func text(_ value: JSONValue) -> String {
        var text = ""
        write(value, level: 0, to: &text)
        return text
    }

    private func write(_ value: JSONValue, level: Int, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? String(value) : "null"
        case .string(let value): text += Self.quoted(value)
        case .array(let values):
            writeList("[", "]", values, level: level, to: &text) { value, text in
                write(value, level: level + 1, to: &text)
            }
        case .object(let members):
            writeList("{", "}", members, level: level, to: &text) { member, text in
                text += Self.quoted(member.name) + (layout == .pretty ? ": " : ":")
                write(member.value, level: level + 1, to: &text)
            }
        }
    }

    private func writeList<Element>(
        _ opening: String, _ closing: String, _ elements: [Element], level: Int,
        to text: inout String, element: (Element, inout String) -> Void
    ) {
        text += opening
        for (index, value) in elements.enumerated() {
            if index > 0 { text += "," }
            breakLine(level + 1, &text)
            element(value, &text)
        }
        if !elements.isEmpty { breakLine(level, &text) }
        text += closing
    }

    private func breakLine(_ level: Int, _ text: inout String) {
        guard layout == .pretty else { return }
        text += "\n" + String(repeating: "  ", count: level)
    }

    /// The text as a JSON string. Slashes stay as they are; control characters are escaped.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{8}": quoted += "\\b"
            case "\u{c}": quoted += "\\f"
            case "\0"..<" ", "\u{7f}": quoted += "\\u" + fourDigits(scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func fourDigits(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
