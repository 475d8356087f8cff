internal import YAML

/// Writes a value as a YAML document that reads back as the same value under YAML 1.1 and 1.2.
package struct YAMLWriter: Sendable {
    package init() {}

    /// The document, with a newline at its end.
    package func text(_ value: JSONValue) throws -> String {
        try YAMLEmitter().text(node(value))
    }

    private func node(_ value: JSONValue) -> YAMLNode {
        switch value {
        case .null: .plain("null")
        case .bool(let value): .plain(value ? "true" : "false")
        case .integer(let value): .plain(String(value))
        case .number(let value): .plain(value.isFinite ? String(value) : "null")
        case .string(let value): Self.isHarmless(value) ? .plain(value) : .quoted(value)
        case .array(let values): YAMLNode(.sequence(values.map(node)))
        case .object(let members):
            YAMLNode(
                .mapping(members.map { YAMLEntry(node(.string($0.name)), node($0.value)) }))
        }
    }

    /// Text goes unquoted only where no version of YAML could read it as anything but that text:
    /// starting with a letter or slash, of harmless characters, and not a word such as `no`.
    static func isHarmless(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isLetter(first) || first == "/",
            text.unicodeScalars.allSatisfy({ isLetter($0) || isDigit($0) || "/._-+@".contains($0) })
        else { return false }
        return !reserved.contains(text.lowercased())
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
