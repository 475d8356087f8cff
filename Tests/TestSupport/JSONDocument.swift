internal import Foundation

/// JSON as Foundation reads it, so that what the program writes is not read by its own code.
package enum JSONDocument: Sendable, Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONDocument])
    case object([String: JSONDocument])

    package init(reading text: String) throws {
        self = try JSONDecoder().decode(JSONDocument.self, from: Data(text.utf8))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let values = try? container.decode([JSONDocument].self) {
            self = .array(values)
        } else {
            self = .object(try container.decode([String: JSONDocument].self))
        }
    }

    /// A member of an object; nil for other values and where it has none of the name.
    package subscript(name: String) -> JSONDocument? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// An element of an array; nil for other values and outside of it.
    package subscript(index: Int) -> JSONDocument? {
        elements.indices.contains(index) ? elements[index] : nil
    }

    /// An array's elements; none for other values.
    package var elements: [JSONDocument] {
        guard case .array(let values) = self else { return [] }
        return values
    }

    /// An object's names; none for other values.
    package var names: Set<String> {
        guard case .object(let members) = self else { return [] }
        return Set(members.keys)
    }

    /// A string's text; nil for other values.
    package var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}

extension JSONDocument: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(arrayLiteral elements: JSONDocument...) { self = .array(elements) }
}

extension JSONDocument: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONDocument)...) {
        self = .object(Dictionary(elements) { $1 })
    }
}
