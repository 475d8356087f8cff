/// Makes nodes of events.
struct YAMLBuilder {
    /// Gives the next event and its place.
    typealias Next = () throws(YAMLError) -> (YAMLEvent, YAMLMark)

    private var anchors: [String: (node: YAMLNode, size: Int)] = [:]
    /// Nodes made so far, those that aliases stand for included.
    private var count = 0

    /// The only document of a stream.
    mutating func document(_ next: Next) throws(YAMLError) -> YAMLNode {
        _ = try next()
        let (start, mark) = try next()
        guard case .documentStart = start else {
            throw YAMLError("the document is empty", at: mark)
        }
        let (event, begin) = try next()
        let root = try node(event, at: begin, depth: 0, next)
        _ = try next()
        let (end, rest) = try next()
        guard case .streamEnd = end else {
            throw YAMLError("a second document begins here; one is read", at: rest)
        }
        return root
    }

    private mutating func node(
        _ event: YAMLEvent, at mark: YAMLMark, depth: Int, _ next: Next
    ) throws(YAMLError) -> YAMLNode {
        guard depth <= YAMLReader.greatestDepth else {
            throw YAMLError("this lies deeper than \(YAMLReader.greatestDepth) levels", at: mark)
        }
        let before = count
        try take(1, at: mark)
        let content: YAMLNode.Content
        let name: String?
        switch event {
        case .scalar(let text, let isQuoted, let anchor):
            content = .scalar(text, isQuoted: isQuoted)
            name = anchor
        case .sequenceStart(let anchor):
            content = .sequence(try sequence(depth: depth, next))
            name = anchor
        case .mappingStart(let anchor):
            content = .mapping(try mapping(depth: depth, next))
            name = anchor
        case .alias(let anchor):
            guard let known = anchors[anchor] else {
                throw YAMLError("there is no anchor &\(anchor) before this", at: mark)
            }
            try take(known.size - 1, at: mark)
            return YAMLNode(known.node.content, at: mark)
        default: throw YAMLError("a value is missing", at: mark)
        }
        let node = YAMLNode(content, at: mark)
        if let name { anchors[name] = (node, count - before) }
        return node
    }

    private mutating func sequence(
        depth: Int, _ next: Next
    ) throws(YAMLError) -> [YAMLNode] {
        var nodes: [YAMLNode] = []
        while true {
            let (event, mark) = try next()
            if case .sequenceEnd = event { return nodes }
            nodes.append(try node(event, at: mark, depth: depth + 1, next))
        }
    }

    private mutating func mapping(
        depth: Int, _ next: Next
    ) throws(YAMLError) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        var seen: [String: YAMLMark] = [:]
        while true {
            let (event, mark) = try next()
            if case .mappingEnd = event { return entries }
            let key = try node(event, at: mark, depth: depth + 1, next)
            guard case .scalar(let name, _) = key.content else {
                throw YAMLError("a key is a word, not a list or a mapping", at: mark)
            }
            if let first = seen[name] {
                throw YAMLError(
                    "the key \(name) is there twice, first in line \(first.line)", at: mark)
            }
            seen[name] = mark
            let (value, place) = try next()
            entries.append(
                YAMLEntry(key, try node(value, at: place, depth: depth + 1, next)))
        }
    }

    private mutating func take(_ nodes: Int, at mark: YAMLMark) throws(YAMLError) {
        count += nodes
        guard count <= YAMLReader.mostNodes else {
            throw YAMLError("the document has more than \(YAMLReader.mostNodes) values", at: mark)
        }
    }
}
