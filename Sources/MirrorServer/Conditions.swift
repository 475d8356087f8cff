/// What a request makes its answer depend on (RFC 9110, section 13).
struct Conditions: Sendable {
    /// What is to be sent.
    enum Verdict: Hashable, Sendable {
        case send
        case notModified
        case failed
    }

    private let head: RequestHead
    private let facts: FileFacts

    init(_ head: RequestHead, _ facts: FileFacts) {
        self.head = head
        self.facts = facts
    }

    /// In the order of section 13.2.2.
    var verdict: Verdict {
        if let tags = head["if-match"] {
            guard names(tags, weakly: false) else { return .failed }
        } else if let date = head["if-unmodified-since"].flatMap(HTTPDate.seconds) {
            guard facts.changed <= date else { return .failed }
        }
        if let tags = head["if-none-match"] {
            return names(tags, weakly: true) ? .notModified : .send
        }
        if let date = head["if-modified-since"].flatMap(HTTPDate.seconds) {
            return facts.changed <= date ? .notModified : .send
        }
        return .send
    }

    /// Whether the range is wanted of the file as it is now.
    var allowsRange: Bool {
        guard let validator = head["if-range"] else { return true }
        return validator.hasPrefix("\"")
            ? validator == facts.entityTag : HTTPDate.seconds(validator) == facts.changed
    }

    private func names(_ list: String, weakly: Bool) -> Bool {
        list.split(separator: ",").contains { entry in
            let tag = entry.filter { $0 != " " && $0 != "\t" }
            return tag == "*" || tag == facts.entityTag || (weakly && tag == "W/" + facts.entityTag)
        }
    }
}
