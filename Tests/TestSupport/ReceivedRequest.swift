/// A request as it came over the wire.
package struct ReceivedRequest: Sendable {
    package let method: String
    /// The request target as sent: a path with its query, or through a proxy an absolute address.
    package let target: String
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    /// The value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// Reads one request from bytes that come piece by piece; nil when they end before it does.
    static func read(_ next: () -> [UInt8]?) -> ReceivedRequest? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = bytes.firstRange(of: end) {
                let head = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
                return read(head: head, body: Array(bytes[range.upperBound...]), next)
            }
            guard let more = next() else { return nil }
            bytes += more
        }
    }

    private static func read(
        head: String, body: [UInt8], _ next: () -> [UInt8]?
    ) -> ReceivedRequest? {
        var body = body
        let lines = head.split(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (
                name: String(parts[0]),
                value: String(parts.count > 1 ? parts[1].drop { $0 == " " } : "")
            )
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }
        while body.count < Int(length?.value ?? "") ?? 0 {
            guard let more = next() else { return nil }
            body += more
        }
        return ReceivedRequest(
            method: String(words[0]), target: String(words[1]), headers: headers, body: body)
    }
}
