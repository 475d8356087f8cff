/// The fields of a form, a query string or a JSON object, in their order, keys may repeat.
struct FormFields: Sendable, Equatable {
    /// One name and value.
    struct Field: Sendable, Equatable {
        var name: String
        var value: String
    }

    var fields: [Field] = []
    /// The contents of file parts, by field name; only multipart forms have them.
    var files: [String: [UInt8]] = [:]

    /// The last value under `name`, as Django's single-valued lookups give it.
    subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

    /// Every value under `name`, in order.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Each key once, with its last value.
    var lastValues: [Field] {
        var seen: Set<String> = []
        return fields.reversed().filter { seen.insert($0.name).inserted }.reversed()
    }

    mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Reads `a=1&b=2`, the `application/x-www-form-urlencoded` form.
    init(urlEncoded text: String) {
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            append(
                PercentEncoding.decode(halves[0], plusIsSpace: true),
                halves.count > 1 ? PercentEncoding.decode(halves[1], plusIsSpace: true) : "")
        }
    }

    init() {}

    /// The members of a JSON object as form values; nil for any other document.
    ///
    /// Lists repeat their key, `null` is left out, and `true` reads `True` as Python prints it.
    init?(json: JSONValue) {
        guard case .object(let members) = json else { return nil }
        for member in members {
            for value in Self.texts(member.value) { append(member.key, value) }
        }
    }

    private static func texts(_ value: JSONValue) -> [String] {
        switch value {
        case .null: []
        case .bool(let value): [value ? "True" : "False"]
        case .int(let value): [String(value)]
        case .double(let value): [value.description]
        case .string(let value): [value]
        case .array(let elements): elements.flatMap(texts)
        case .object: [JSONText.write(value, layout: .compact)]
        }
    }
}
