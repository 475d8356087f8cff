internal import FoundationEssentials

/// Says in a few words what keeps a mirror's record from being understood.
enum RecordDamage {
    /// What is wrong with a record that could not be decoded; names places in it, never what is
    /// there.
    static func describe(_ error: any Error, in record: Data) -> String {
        guard (try? JSONDecoder().decode(AnyJSON.self, from: record)) != nil else {
            return "it is not JSON"
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, let context)?:
            return "it lacks \(place(context.codingPath + [key]))"
        case .typeMismatch(_, let context)? where context.codingPath.isEmpty:
            return "it is not a JSON object"
        case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
            return "\(place(context.codingPath)) is not of the kind it should be"
        case .dataCorrupted(let context)? where !context.codingPath.isEmpty:
            return "\(place(context.codingPath)) makes no sense"
        // Foundation does not always say where a value stands.
        default: return "one of its values makes no sense"
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        let text = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }
            .joined()
        return PrintableText.quote(String(text.drop { $0 == "." }))
    }

    /// Whatever a document holds.
    private struct AnyJSON: Decodable {
        init(from decoder: any Decoder) {}
    }
}
