/// An answer before it is sent.
struct Answer: Sendable {
    /// What follows the head.
    enum Body: Sendable {
        case none
        case bytes([UInt8])
        case file(OpenFile, Range<Int64>)
    }

    let status: Int
    let fields: [(name: String, value: String)]
    /// Bytes the body has, also where a HEAD leaves it out; nil for an answer that has none.
    let length: Int64?
    let body: Body

    init(
        _ status: Int, _ fields: [(name: String, value: String)] = [], length: Int64?,
        body: Body
    ) {
        self.status = status
        self.fields = fields
        self.length = length
        self.body = body
    }

    /// An answer of one line for people.
    static func plain(
        _ status: Int, _ fields: [(name: String, value: String)] = []
    ) -> Answer {
        let text = Array("\(status) \(reason(status))\n".utf8)
        return Answer(
            status, fields + [("Content-Type", "text/plain; charset=utf-8")],
            length: Int64(text.count), body: .bytes(text))
    }

    /// The bytes of the head.
    func head(keepsConnection: Bool, now: Int) -> [UInt8] {
        var text = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
        text += "Date: \(HTTPDate.text(now))\r\nServer: maas-boot\r\n"
        for field in fields { text += "\(field.name): \(field.value)\r\n" }
        if let length { text += "Content-Length: \(length)\r\n" }
        text += "X-Content-Type-Options: nosniff\r\n"
        text += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
        return Array(text.utf8)
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 206: "Partial Content"
        case 301: "Moved Permanently"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 412: "Precondition Failed"
        case 416: "Range Not Satisfiable"
        case 431: "Request Header Fields Too Large"
        default: "Service Unavailable"
        }
    }
}
