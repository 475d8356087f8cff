/// The head of a request: what is asked for, and how (RFC 9112).
struct RequestHead: Sendable, Equatable {
    /// Bytes of the longest head that is read.
    static let limit = 16 << 10

    let method: String
    let target: String
    /// The minor version of HTTP/1.
    let minor: Int
    private let fields: [String: String]

    /// Reads a head without its empty line; nil for anything else.
    init?(_ bytes: some Sequence<UInt8>) {
        guard let text = String(validating: Array(bytes), as: UTF8.self) else { return nil }
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, Self.isToken(words[0]), !words[1].isEmpty,
            words[2].hasPrefix("HTTP/1."), let minor = Int(words[2].dropFirst(7))
        else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let (name, value) = Self.field(line) else { return nil }
            fields[name] = fields[name].map { $0 + ", " + value } ?? value
        }
        self.init(method: String(words[0]), target: String(words[1]), minor: minor, fields: fields)
    }

    /// A head.
    ///
    /// - Parameter fields: by names in lower case.
    init(method: String = "GET", target: String, minor: Int = 1, fields: [String: String] = [:]) {
        self.method = method
        self.target = target
        self.minor = minor
        self.fields = fields
    }

    /// A field's value by its name in lower case; several of one name are joined by commas.
    subscript(name: String) -> String? { fields[name] }

    /// Whether the connection is to be kept after the answer. A body is not read, so that one ends it.
    var keepsConnection: Bool {
        let options = (self["connection"] ?? "").lowercased().split(separator: ",").map {
            $0.filter { $0 != " " }
        }
        let isWanted = minor >= 1 ? !options.contains("close") : options.contains("keep-alive")
        return isWanted && !hasBody
    }

    private var hasBody: Bool {
        self["transfer-encoding"] != nil || self["content-length"].map { $0 != "0" } ?? false
    }

    private static func field(_ line: Substring) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":"), isToken(line[..<colon]) else { return nil }
        let value = line[line.index(after: colon)...]
        guard !value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f }) else {
            return nil
        }
        let start = value.drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return (line[..<colon].lowercased(), end.map { String(start[...$0]) } ?? "")
    }

    private static func isToken(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }
}
