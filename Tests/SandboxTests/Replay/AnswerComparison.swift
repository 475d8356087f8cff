import Sandbox

/// Compares a live answer with the recorded one: status, headers, and the body modulo ids, keys
/// and times.
struct AnswerComparison {
    let exchange: Recording.Exchange
    let live: SandboxClient.Answer
    let sandbox: RunningSandbox
    let topic: String

    var differences: [String] {
        guard live.status == exchange.status else {
            return [
                "status: recorded \(exchange.status), live \(live.status) \(live.text.prefix(200))"
            ]
        }
        return headerDifferences + bodyDifferences
    }

    private var headerDifferences: [String] {
        var names = ["content-type", "www-authenticate", "vary", "x-maas-api-hash", "retry-after"]
        if exchange.answerHeaders.isEmpty { names = [] }
        var differences = names.compactMap { name -> String? in
            let recorded = exchange.answerHeaders[name]
            let answered = live.headers[name]
            return recorded == answered
                ? nil : "\(name): recorded \(recorded ?? "none"), live \(answered ?? "none")"
        }
        if allowed(exchange.answerHeaders["allow"]) != allowed(live.headers["allow"]) {
            differences.append("allow: live \(live.headers["allow"] ?? "none")")
        }
        if (exchange.answerHeaders["location"] == nil) != (live.headers["location"] == nil) {
            differences.append("location: live \(live.headers["location"] ?? "none")")
        }
        return differences
    }

    /// The order of the methods changes from start to start.
    private func allowed(_ value: String?) -> Set<String> {
        Set((value ?? "").replacing(" ", with: "").split(separator: ",").map(String.init))
    }

    private var bodyDifferences: [String] {
        let type = exchange.answerHeaders["content-type"] ?? ""
        // Django's own pages are long; that there is one is enough.
        if type.hasPrefix("text/html"), exchange.answer.contains("<html") {
            return live.text.contains("<html") ? [] : ["no page"]
        }
        if let recorded = exchange.answerJSON, let answered = live.json {
            let isExact = exchange.status >= 400
            if isExact, sorted(recorded) != sorted(answered) {
                return ["recorded \(exchange.answer), live \(live.text)"]
            }
            return BodyShape.differences(recorded: recorded, live: answered)
        }
        let recorded = Modulo.runs(named(exchange.answer))
        let answered = Modulo.runs(named(live.text))
        return recorded == answered ? [] : ["recorded \(recorded), live \(answered)"]
    }

    private func sorted(_ value: JSONValue) -> JSONValue {
        guard case .object(let members) = value else { return value }
        return .object(members.sorted { $0.key < $1.key })
    }

    /// The text with this run's keys under the names the real ones were given in the recording.
    private func named(_ text: String) -> String {
        let parts = sandbox.adminAPIKey.split(separator: ":").map(String.init)
        return text.replacing(parts[0], with: "<admin-consumer>")
            .replacing(parts[1], with: "<admin-token>")
            .replacing(parts[2], with: "<admin-secret>")
            .replacing(/Invalid access token: \w+/, with: "Invalid access token: T")
    }
}
