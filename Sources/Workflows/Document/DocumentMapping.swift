internal import SimpleStreams
internal import YAML

/// A mapping of a document whose keys are known, for reading typed values out of it.
struct DocumentMapping {
    let place: YAMLMark?
    /// What it is, for messages: "a source".
    let name: String
    private let entries: [String: YAMLNode]
    private let variables: DocumentVariables

    /// Refuses keys that are none of `keys`, naming the nearest, and those with nothing behind them.
    init(
        _ node: YAMLNode, _ name: String, keys: [String], _ variables: DocumentVariables
    ) throws(DocumentMistake) {
        guard case .mapping(let list) = node.content else {
            throw DocumentMistake(
                "\(name) is a mapping", at: node.mark,
                hint: "write its keys: \(keys.joined(separator: ", "))")
        }
        var entries: [String: YAMLNode] = [:]
        for entry in list {
            guard case .scalar(let key, _) = entry.key.content, keys.contains(key) else {
                throw Self.unknown(entry.key, name, keys)
            }
            // Left out, many a key means "everything", which whoever wrote it hardly meant.
            guard !Self.isNull(entry.value) else {
                throw DocumentMistake(
                    "`\(key)` has nothing behind it", at: entry.key.mark,
                    hint: "give it a value, or leave the key out")
            }
            entries[key] = entry.value
        }
        self.place = node.mark
        self.name = name
        self.entries = entries
        self.variables = variables
    }

    /// The value of a key; nil where it is left out.
    subscript(key: String) -> YAMLNode? { entries[key] }

    /// The place of a key's value, or of the mapping.
    func place(of key: String) -> YAMLMark? { entries[key]?.mark ?? place }

    func text(_ key: String) throws(DocumentMistake) -> String? {
        guard let node = entries[key] else { return nil }
        return try scalar(node, key).text
    }

    func required(_ key: String) throws(DocumentMistake) -> String {
        guard let text = try text(key), !text.isEmpty else {
            throw DocumentMistake("\(name) needs \(key)", at: place(of: key))
        }
        return text
    }

    func boolean(_ key: String) throws(DocumentMistake) -> Bool? {
        guard let node = entries[key] else { return nil }
        let (text, isQuoted) = try scalar(node, key)
        guard !isQuoted, let value = Bool(text) else {
            throw DocumentMistake("\(key) is true or false, not \"\(text)\"", at: node.mark)
        }
        return value
    }

    func integer(_ key: String) throws(DocumentMistake) -> Int? {
        guard let node = entries[key] else { return nil }
        let (text, isQuoted) = try scalar(node, key)
        guard !isQuoted, let value = Int(text) else {
            throw DocumentMistake("\(key) is a whole number, not \"\(text)\"", at: node.mark)
        }
        return value
    }

    func list(_ key: String) throws(DocumentMistake) -> [YAMLNode]? {
        guard let node = entries[key] else { return nil }
        guard case .sequence(let nodes) = node.content else {
            throw DocumentMistake("\(key) is a list", at: node.mark, hint: "write [a, b]")
        }
        return nodes
    }

    /// A list of texts, none of them empty or there twice.
    func texts(_ key: String) throws(DocumentMistake) -> [String]? {
        guard let nodes = try list(key) else { return nil }
        var texts: [String] = []
        for node in nodes {
            let text = try scalar(node, "each of \(key)").text
            guard !text.isEmpty else {
                throw DocumentMistake("\(key) has an empty text", at: node.mark)
            }
            guard !texts.contains(text) else {
                throw DocumentMistake("\(text) is in \(key) twice", at: node.mark)
            }
            texts.append(text)
        }
        return texts
    }

    private func scalar(
        _ node: YAMLNode, _ key: String
    ) throws(DocumentMistake) -> (text: String, isQuoted: Bool) {
        guard case .scalar(let text, let isQuoted) = node.content else {
            throw DocumentMistake("\(key) is a text or a number", at: node.mark)
        }
        return (try variables.replaced(in: text, at: node.mark), isQuoted)
    }

    private static func isNull(_ node: YAMLNode) -> Bool {
        guard case .scalar(let text, isQuoted: false) = node.content else { return false }
        return ["", "~", "null"].contains(text)
    }

    private static func unknown(
        _ key: YAMLNode, _ name: String, _ keys: [String]
    ) -> DocumentMistake {
        guard case .scalar(let text, _) = key.content else {
            return DocumentMistake("a key is a word", at: key.mark)
        }
        let guess = NearestName.to(text, among: keys).map { "did you mean `\($0)`? " } ?? ""
        return DocumentMistake(
            "\(name) has no key `\(text)`", at: key.mark,
            hint: guess + "the keys here are \(keys.joined(separator: ", "))")
    }
}
