/// Status and headers of an answer, put together from the lines libcurl hands over.
///
/// Only the last answer counts: `100 Continue` and followed redirects come before it. Trailers,
/// which come after the body, are left out (RFC 9110 §6.5.1 forbids to merge them unseen).
package struct ResponseHead: Sendable, Equatable {
    /// 0 before the first status line, and after one that holds no version or no number.
    package private(set) var status = 0
    package private(set) var headers: [HTTPHeader] = []
    private var isComplete = false

    package init() {}

    /// Takes one line, its end included. Works on bytes: a header means ASCII wherever it is parsed.
    package mutating func add(_ line: String) {
        if line.hasPrefix("HTTP/") { return start(line) }
        let text = line.utf8[...].trimmed
        guard !isComplete, !text.isEmpty else {
            isComplete = true
            return
        }
        // A line that starts with white space continues the one before (RFC 9112 §5.2).
        guard text.startIndex == line.startIndex else { return continueLast(String(text)) }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return }
        let value = text[text.index(after: colon)...].trimmed
        headers.append(HTTPHeader(String(text[..<colon]), String(value)))
    }

    private mutating func start(_ line: String) {
        let parts = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2)
        let version = parts.first?.dropFirst("HTTP/".count).first ?? 0
        let hasVersion = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(version)
        status = hasVersion && parts.count > 1 ? Int(String(parts[1].trimmed)) ?? 0 : 0
        headers.removeAll()
        isComplete = false
    }

    private mutating func continueLast(_ text: String) {
        guard let last = headers.popLast() else { return }
        headers.append(HTTPHeader(last.name, "\(last.value) \(text)"))
    }
}

extension Substring.UTF8View {
    /// Without spaces, tabs and line ends around it.
    fileprivate var trimmed: Substring.UTF8View {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0d).contains($0) }
        let front = drop(while: isBlank)
        guard let last = front.lastIndex(where: { !isBlank($0) }) else { return front.prefix(0) }
        return front[...last]
    }
}

extension String {
    /// Fails never: the bytes come from a string and are cut between ASCII characters.
    fileprivate init(_ bytes: Substring.UTF8View) {
        self.init(Substring(bytes))
    }
}
