import Sandbox

/// One file of exchanges recorded from a live region, in their order.
struct Recording {
    var flavour: MAASFlavour
    /// `01-auth` and so on.
    var topic: String
    var steps: [Step]

    /// A recorded exchange, or a time that passed.
    enum Step {
        case wait(seconds: Double)
        case exchange(Exchange)
    }

    struct Exchange {
        var name: String
        var method: String
        var path: String
        var headers: [String: String]
        var body: [UInt8]
        var status: Int
        var answerHeaders: [String: String]
        var answer: String

        var answerJSON: JSONValue? { JSONValue(parsing: Array(answer.utf8)) }
    }

    init(_ flavour: MAASFlavour, _ topic: String) throws {
        let versions: [MAASFlavour: String] = [
            .v3_3: "3.3.9", .v3_5: "3.5.13", .v3_7: "3.7.3", .v3_8: "3.8a1",
        ]
        self.flavour = flavour
        self.topic = topic
        let file = try Fixtures.json("recordings/\(versions[flavour] ?? "")-\(topic).json")
        steps = file.elements.map(Self.step)
    }

    var exchanges: [Exchange] {
        steps.compactMap { if case .exchange(let exchange) = $0 { exchange } else { nil } }
    }

    /// The time the first signature gives, in seconds since the epoch.
    var start: Double {
        for exchange in exchanges {
            guard let header = exchange.headers["Authorization"],
                let match = header.firstMatch(of: /oauth_timestamp="(\d+)"/),
                let seconds = Double(match.1)
            else { continue }
            return seconds
        }
        return 1_795_378_203
    }

    private static func step(_ value: JSONValue) -> Step {
        guard let request = value["request"], let response = value["response"] else {
            if case .double(let seconds)? = value["seconds"] { return .wait(seconds: seconds) }
            return .wait(seconds: Double(value["seconds"]?.number ?? 0))
        }
        return .exchange(
            Exchange(
                name: value["name"]?.text ?? "", method: request["method"]?.text ?? "",
                path: request["path"]?.text ?? "", headers: texts(request["headers"]),
                body: bytes(request["body"]?.text ?? ""), status: response["status"]?.number ?? 0,
                answerHeaders: texts(response["headers"]), answer: response["body"]?.text ?? ""))
    }

    private static func texts(_ value: JSONValue?) -> [String: String] {
        var texts: [String: String] = [:]
        for member in value?.members ?? [] { texts[member.key] = member.value.text }
        return texts
    }

    /// Bodies were recorded byte for byte as Latin-1.
    private static func bytes(_ text: String) -> [UInt8] {
        let scalars = text.unicodeScalars
        return scalars.allSatisfy { $0.value < 256 }
            ? scalars.map { UInt8($0.value) } : Array(text.utf8)
    }
}
