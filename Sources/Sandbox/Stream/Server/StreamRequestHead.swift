/// The head of an HTTP/1 request (RFC 9112 §3).
struct StreamRequestHead: Sendable {
    let method: String
    /// The target's path with percent forms decoded and the query left out.
    let path: String
    /// Scheme and host of a target in absolute form, as proxies are sent it (RFC 9112 §3.2.2), in
    /// lower case: `http://images.maas.io`; nil for a mere path.
    let origin: String?
    let isHTTP10: Bool
    /// Names in lower case; of several fields of a name the last counts.
    let headers: [String: String]

    /// Whether the connection is wanted for further requests (RFC 9112 §9.3).
    var keepsAlive: Bool {
        let connection = headers["connection"]?.lowercased() ?? ""
        return isHTTP10 ? connection == "keep-alive" : connection != "close"
    }

    /// Reads the lines before the empty one; nil when they are not a request's.
    init?(_ text: String) {
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let start = lines[0].split(separator: " ", omittingEmptySubsequences: false)
        guard start.count == 3, start[2].hasPrefix("HTTP/1.") else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            headers[line[..<colon].lowercased()] = String(value)
        }
        method = String(start[0])
        origin = Self.origin(start[1])
        let target = start[1].dropFirst(origin?.count ?? 0)
        path = Self.decoded(target.prefix { $0 != "?" })
        isHTTP10 = start[2] == "HTTP/1.0"
        self.headers = headers
    }

    private static func origin(_ target: Substring) -> String? {
        guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") else { return nil }
        let host = target[scheme.upperBound...].prefix { $0 != "/" }
        return target[..<host.endIndex].lowercased()
    }

    /// Percent forms as bytes; a lone `%` stays.
    private static func decoded(_ target: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(target.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == 0x25, digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
