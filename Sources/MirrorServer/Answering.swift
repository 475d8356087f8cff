/// Decides what is answered.
struct Answering: Sendable {
    private let tree: ServedTree
    private let base: String

    /// - Parameter base: where the tree is in the server's paths: starts with a slash and ends in
    ///   none, or is empty.
    init(_ tree: ServedTree, base: String) {
        self.tree = tree
        self.base = base
    }

    /// The answer to a request. A HEAD gets that to the GET; its body is not sent.
    func answer(_ head: RequestHead) -> Answer {
        guard head.method == "GET" || head.method == "HEAD" else {
            return .plain(405, [("Allow", "GET, HEAD")])
        }
        guard head.minor == 0 || head["host"] != nil else { return .plain(400) }
        guard let target = RequestTarget(head.target, base: base) else {
            let isBase = !base.isEmpty && RequestTarget.path(of: head.target) == base
            return isBase ? moved(base + "/") : .plain(404)
        }
        do throws(ServedTree.Refusal) {
            return try found(target, head)
        } catch {
            switch error {
            case .notFound: return .plain(404)
            case .forbidden: return .plain(403)
            case .busy: return .plain(503, [("Retry-After", "1")])
            }
        }
    }

    private func found(
        _ target: RequestTarget, _ head: RequestHead
    ) throws(ServedTree.Refusal) -> Answer {
        let file = try tree.open(target.names)
        guard file.facts.kind == .directory else {
            guard !target.endsInSlash else { throw .notFound }
            return send(file, target.names, head)
        }
        guard target.endsInSlash || target.names.isEmpty else {
            return moved((RequestTarget.path(of: head.target) ?? "") + "/")
        }
        let index = target.names + ["index.html"]
        if let page = try? tree.open(index), page.facts.kind == .file {
            return send(page, index, head)
        }
        let page = DirectoryPage(
            path: base + "/" + target.names.map { $0 + "/" }.joined(),
            hasParent: !target.names.isEmpty, entries: try tree.entries(target.names))
        let bytes = Array(page.text.utf8)
        return Answer(
            200,
            [
                ("Content-Type", "text/html; charset=utf-8"),
                ("Cache-Control", ContentRules.asked),
            ], length: Int64(bytes.count), body: .bytes(bytes))
    }

    private func moved(_ path: String) -> Answer {
        // A path that starts with two slashes would be read as another host.
        .plain(301, [("Location", "/" + path.drop { $0 == "/" })])
    }

    private func send(
        _ file: OpenFile, _ names: [String], _ head: RequestHead
    ) -> Answer {
        let facts = file.facts
        let conditions = Conditions(head, facts)
        let fields = [
            ("ETag", facts.entityTag), ("Last-Modified", HTTPDate.text(facts.changed)),
            ("Cache-Control", ContentRules.caching(of: names)), ("Accept-Ranges", "bytes"),
        ]
        switch conditions.verdict {
        case .notModified: return Answer(304, fields, length: nil, body: .none)
        case .failed: return .plain(412)
        case .send: break
        }
        let typed = fields + [("Content-Type", ContentRules.type(of: names.last ?? ""))]
        let isPart = head.method == "GET" && conditions.allowsRange
        switch ByteRange(isPart ? head["range"] : nil, size: facts.size) {
        case .whole:
            return Answer(
                200, typed, length: facts.size, body: .file(file, 0..<facts.size))
        case .part(let range):
            let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(facts.size)"
            return Answer(
                206, typed + [("Content-Range", place)], length: Int64(range.count),
                body: .file(file, range))
        case .unsatisfiable:
            return .plain(416, [("Content-Range", "bytes */\(facts.size)")])
        }
    }
}
