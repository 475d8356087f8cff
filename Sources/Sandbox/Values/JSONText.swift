/// Writes JSON the way a region does: Python's spacing, two layouts.
package struct JSONText {
    /// How a document is laid out.
    package enum Layout: Sendable {
        /// Four spaces a level, text beyond ASCII as it is: resources.
        case indented
        /// One line with `, ` and `: `, text beyond ASCII escaped: errors, settings, `version/`.
        case compact
    }

    private let layout: Layout
    private var text = ""

    /// The text of `value`.
    package static func write(_ value: JSONValue, layout: Layout) -> String {
        var writer = JSONText(layout: layout)
        writer.append(value, depth: 0)
        return writer.text
    }

    private init(layout: Layout) { self.layout = layout }

    private mutating func append(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += String(value)
        case .double(let value): text += value.description
        case .string(let value): append(quoted: value)
        case .array(let elements):
            append(list: elements, "[", "]", depth) { $0.append($1, depth: depth + 1) }
        case .object(let members):
            append(list: members, "{", "}", depth) {
                $0.append(quoted: $1.key)
                $0.text += ": "
                $0.append($1.value, depth: depth + 1)
            }
        }
    }

    private mutating func append<Item>(
        list: [Item], _ open: String, _ close: String, _ depth: Int,
        each: (inout JSONText, Item) -> Void
    ) {
        text += open
        for (index, item) in list.enumerated() {
            if index > 0 { text += layout == .compact ? ", " : "," }
            breakLine(depth + 1)
            each(&self, item)
        }
        if !list.isEmpty { breakLine(depth) }
        text += close
    }

    private mutating func breakLine(_ depth: Int) {
        guard layout == .indented else { return }
        text += "\n" + String(repeating: "    ", count: depth)
    }

    private mutating func append(quoted value: String) {
        text += "\""
        for scalar in value.unicodeScalars { append(escaping: scalar) }
        text += "\""
    }

    private mutating func append(escaping scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case _ where scalar.value < 0x20 || (layout == .compact && scalar.value > 0x7E):
            for unit in String(scalar).utf16 { text += "\\u" + Self.fourDigits(unit) }
        default: text.unicodeScalars.append(scalar)
        }
    }

    private static func fourDigits(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
