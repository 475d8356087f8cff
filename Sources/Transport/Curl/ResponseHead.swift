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

    /// Takes one line, its end included.
    package mutating func add(_ line: String) {
        if line.hasPrefix("HTTP/") { return start(line) }
        let text = line.trimmed
        guard !isComplete, !text.isEmpty else {
            isComplete = true
            return
        }
        // A line that starts with white space continues the one before (RFC 9112 §5.2).
        guard line.first?.isWhitespace == false else { return continueLast(text) }
        guard let colon = text.firstIndex(of: ":") else { return }
        headers.append(
            HTTPHeader(
                String(text[..<colon]), String(text[text.index(after: colon)...]).trimmed))
    }

    private mutating func start(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 2)
        let hasVersion = parts.first?.dropFirst("HTTP/".count).first?.isNumber == true
        status = hasVersion && parts.count > 1 ? Int(parts[1].trimmed) ?? 0 : 0
        headers.removeAll()
        isComplete = false
    }

    private mutating func continueLast(_ text: String) {
        guard let last = headers.popLast() else { return }
        headers.append(HTTPHeader(last.name, "\(last.value) \(text)"))
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
