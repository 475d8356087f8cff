/// A value of a document or of a region, as plans show it and exports write it.
package indirect enum DocumentValue: Sendable, Equatable {
    case none
    case boolean(Bool)
    case integer(Int)
    case text(String)
    case list([DocumentValue])
    case mapping([Entry])

    /// One entry of a mapping.
    package struct Entry: Sendable, Equatable {
        package let key: String
        package let value: DocumentValue

        package init(_ key: String, _ value: DocumentValue) {
            self.key = key
            self.value = value
        }
    }

    package static func texts(_ texts: [String]) -> DocumentValue { .list(texts.map(Self.text)) }

    /// As a person reads it, in one line.
    package var shown: String {
        switch self {
        case .none: "none"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .text(let text): text.isEmpty ? "\"\"" : text
        case .list(let values): values.map(\.shown).joined(separator: ",")
        case .mapping(let entries):
            entries.map { "\($0.key)=\($0.value.shown)" }.joined(separator: " ")
        }
    }
}

/// One thing that becomes different.
package struct DocumentChange: Sendable, Equatable {
    package let field: String
    package let before: DocumentValue
    package let after: DocumentValue

    package init(_ field: String, _ before: DocumentValue, _ after: DocumentValue) {
        self.field = field
        self.before = before
        self.after = after
    }
}
