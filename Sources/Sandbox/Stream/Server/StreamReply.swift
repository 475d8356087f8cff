/// An answer, with everything about its delivery decided: sending it makes no choice any more.
struct StreamReply: Sendable {
    /// What happens after so many bytes of the body, in place of the rest.
    enum Ending: Sendable, Equatable {
        case stall(Int)
        case reset(Int)
        case cut(Int)

        /// Bytes that are sent before it happens.
        var bytes: Int {
            switch self {
            case .stall(let count), .reset(let count), .cut(let count): count
            }
        }
    }

    var status: Int
    var headers: [(name: String, value: String)]
    var body: StreamBody
    /// What `Content-Length` says; nil makes the answer chunked.
    var contentLength: Int?
    var ending: Ending?
    var bytesPerSecond: Int?
    /// Whether even the status line is held back.
    var isSilent = false
    /// Whether the connection is closed behind it.
    var closes = false

    init(
        _ status: Int, headers: [(name: String, value: String)] = [], body: StreamBody = .empty
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        contentLength = body.count
    }

    /// A short text or page.
    static func text(_ status: Int, _ text: String, type: String = "text/plain") -> StreamReply {
        StreamReply(
            status, headers: [("Content-Type", type)], body: .bytes(Array(text.utf8)))
    }

    /// Status line and fields (RFC 9112 §4), with the empty line.
    var head: String {
        var lines = ["HTTP/1.1 \(status) \(Self.reason(status))"]
        lines += headers.map { "\($0.name): \($0.value)" }
        if let contentLength {
            lines.append("Content-Length: \(contentLength)")
        } else {
            lines.append("Transfer-Encoding: chunked")
        }
        if closes { lines.append("Connection: close") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 206: "Partial Content"
        case 301, 302, 303, 307, 308: "Elsewhere"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 416: "Range Not Satisfiable"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        default: "Status"
        }
    }
}
