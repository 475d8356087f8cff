/// Says in one line what made an answer undecodable and where, without quoting any value of it.
/// Names of places are the region's and are made harmless.
enum DecodingProblem {
    static func describe(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "it is not valid JSON" }
        switch error {
        case .keyNotFound(let key, let context):
            return "\(place(context)) has no \"\(TerminalSafe.line(key.stringValue, limit: 60))\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(place(context)) is not of the expected type"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty
                ? "it is not valid JSON, or holds a number out of range"
                : "\(place(context)) cannot be read"
        @unknown default:
            return "it is not the expected JSON"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { key in
            key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)"
        }.joined()
        let shown = TerminalSafe.line(String(path.drop { $0 == "." }), limit: 200)
        return shown.isEmpty ? "the answer" : "\"\(shown)\""
    }
}
