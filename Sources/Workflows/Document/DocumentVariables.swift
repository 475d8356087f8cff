internal import SimpleStreams
internal import YAML

/// The variables that a document declares, and their values from the environment. Nothing else is
/// ever replaced, so that what a document means does not hang on what happens to be set.
struct DocumentVariables {
    private let values: [String: String]

    init(values: [String: String] = [:]) {
        self.values = values
    }

    /// Reads the declaration. A name that the environment does not have is an error.
    init(_ nodes: [YAMLNode], _ environment: [String: String]) throws(DocumentMistake) {
        var values: [String: String] = [:]
        for node in nodes {
            guard case .scalar(let name, _) = node.content, Self.isName(name) else {
                throw DocumentMistake(
                    "a variable's name is letters, digits and underscores", at: node.mark)
            }
            guard let value = environment[name] else {
                throw DocumentMistake(
                    "the variable \(name) is not set", at: node.mark,
                    hint: "set it: \(name)=… maas-boot …")
            }
            values[name] = value
        }
        self.values = values
    }

    /// The text with each `${NAME}` replaced. One that is not declared is an error.
    func replaced(in text: String, at place: YAMLMark?) throws(DocumentMistake) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            result += rest[..<start.lowerBound]
            let tail = rest[start.upperBound...]
            guard let end = tail.firstIndex(of: "}") else {
                throw DocumentMistake("\"${\" without its \"}\" in \"\(text)\"", at: place)
            }
            let name = String(tail[..<end])
            guard let value = values[name] else { throw undeclared(name, place) }
            result += value
            rest = tail[tail.index(after: end)...]
        }
        return result + rest
    }

    private func undeclared(_ name: String, _ place: YAMLMark?) -> DocumentMistake {
        let guess = NearestName.to(name, among: values.keys.sorted())
        return DocumentMistake(
            "${\(name)} is not declared", at: place,
            hint: guess.map { "did you mean ${\($0)}?" }
                ?? "declare it at the document's top: variables: [\(name)]")
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter || first == "_" else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
