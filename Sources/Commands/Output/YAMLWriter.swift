internal import Yams

/// Writes a value as a YAML document that reads back as the same value under YAML 1.1 and 1.2.
package struct YAMLWriter: Sendable {
    package init() {}

    /// The document, with a newline at its end.
    package func text(_ value: JSONValue) throws -> String {
        try Yams.serialize(node: node(value), width: -1, allowUnicode: true)
    }

    private func node(_ value: JSONValue) -> Node {
        switch value {
        case .null: plain("null", .null)
        case .bool(let value): plain(value ? "true" : "false", .bool)
        case .integer(let value): plain(String(value), .int)
        case .number(let value):
            value.isFinite ? plain(String(value), .float) : plain("null", .null)
        case .string(let value): .scalar(.init(value, Tag(.str), Self.style(of: value)))
        case .array(let values): .sequence(.init(values.map(node)))
        case .object(let members):
            .mapping(.init(members.map { (node(.string($0.name)), node($0.value)) }))
        }
    }

    private func plain(_ text: String, _ tag: Tag.Name) -> Node {
        .scalar(.init(text, Tag(tag), .plain))
    }

    /// Text goes unquoted only where no version of YAML could read it as anything but that text:
    /// starting with a letter or slash, of harmless characters, and not a word such as `no`.
    static func style(of text: String) -> Node.Scalar.Style {
        guard let first = text.unicodeScalars.first, isLetter(first) || first == "/",
            text.unicodeScalars.allSatisfy({ isLetter($0) || isDigit($0) || "/._-+@".contains($0) })
        else { return .doubleQuoted }
        return reserved.contains(text.lowercased()) ? .doubleQuoted : .plain
    }

    /// Words that YAML 1.1 or 1.2 reads as something else than text.
    private static let reserved: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
    ]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }
}

extension String {
    fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
        unicodeScalars.contains(scalar)
    }
}
