internal import Workflows

extension JSONValue {
    /// The value as JSON.
    init(_ value: DocumentValue) {
        switch value {
        case .none: self = .null
        case .boolean(let value): self = .bool(value)
        case .integer(let value): self = .integer(value)
        case .text(let text): self = .string(text)
        case .list(let values): self = .array(values.map(JSONValue.init))
        case .mapping(let entries): self = .object(entries.map(JSONMember.init))
        }
    }
}

extension JSONMember {
    init(_ entry: DocumentValue.Entry) {
        self.init(entry.key, JSONValue(entry.value))
    }
}
