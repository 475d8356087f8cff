/// Reads JSON (RFC 8259) from bytes, front to back, without building a tree (decision 0003).
///
/// The caller says what it expects; each error names the place. Stricter than JSON asks: no
/// member of an object may be there twice, and values nest at most `maximumDepth` deep.
struct JSONReader {
    /// Levels of arrays and objects. A products file has 7.
    static let maximumDepth = 64

    let bytes: [UInt8]
    var position = 0
    var pool = TextPool()
    /// Bytes of the text being read, when it has escapes.
    var unescaped: [UInt8] = []
    private(set) var path: [Step] = []

    enum Step {
        case member(TextID)
        case element(Int)
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads an object, member by member. `member` must read the value, or skip it.
    mutating func readObject(
        _ member: (inout JSONReader, TextID) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        try open(UInt8(ascii: "{"), as: "an object")
        if take(UInt8(ascii: "}")) { return }
        var seen = SeenTexts()
        while true {
            let key = try readKey()
            guard seen.insert(key) else { throw error(.duplicateKey(pool[key])) }
            path.append(.member(key))
            try member(&self, key)
            path.removeLast()
            guard try continues(until: UInt8(ascii: "}"), "\",\" or \"}\"") else { return }
        }
    }

    /// Reads an array, element by element. `element` must read the value, or skip it.
    mutating func readArray(
        _ element: (inout JSONReader) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        try open(UInt8(ascii: "["), as: "an array")
        if take(UInt8(ascii: "]")) { return }
        var index = 0
        while true {
            path.append(.element(index))
            try element(&self)
            path.removeLast()
            index += 1
            guard try continues(until: UInt8(ascii: "]"), "\",\" or \"]\"") else { return }
        }
    }

    /// Makes sure that nothing but white space is left.
    mutating func finish() throws(DocumentError) {
        skipSpace()
        guard position == bytes.count else { throw error(.syntax(expected: "the end")) }
    }

    /// An error at the place that is being read.
    func error(_ reason: DocumentError.Reason) -> DocumentError {
        let steps = path.map { step -> JSONPlace.Step in
            switch step {
            case .member(let key): .member(pool[key])
            case .element(let index): .element(index)
            }
        }
        return DocumentError(reason, at: JSONPlace(steps), offset: position)
    }

    private mutating func readKey() throws(DocumentError) -> TextID {
        skipSpace()
        guard peek() == UInt8(ascii: "\"") else {
            throw error(.syntax(expected: "a member's name"))
        }
        let key = try readText()
        guard take(UInt8(ascii: ":")) else { throw error(.syntax(expected: "\":\"")) }
        return key
    }

    private mutating func open(_ bracket: UInt8, as name: String) throws(DocumentError) {
        let found = try nextKind()
        guard peek() == bracket else {
            throw error(.wrongType(expected: name, found: found.rawValue))
        }
        guard path.count < Self.maximumDepth else { throw error(.tooDeep) }
        position += 1
    }

    private mutating func continues(
        until end: UInt8, _ expected: String
    ) throws(DocumentError) -> Bool {
        if take(UInt8(ascii: ",")) { return true }
        if take(end) { return false }
        throw error(.syntax(expected: expected))
    }
}
