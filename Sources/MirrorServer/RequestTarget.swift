/// What of the tree a request asks for.
struct RequestTarget: Hashable, Sendable {
    /// Names from the root, as they are on disk.
    let names: [String]
    /// Whether the path ends in a slash, as a directory's does.
    let endsInSlash: Bool

    /// Reads a request's target; nil for what nothing in the tree can be named by: `.` and `..`, dot
    /// names, empty names, a slash, backslash or control character in percent form, other hosts'
    /// forms, and what is not below the base.
    ///
    /// - Parameter base: a path that starts with a slash and ends in none, or is empty.
    init?(_ target: String, base: String) {
        guard let path = Self.path(of: target), path.hasPrefix(base + "/") else { return nil }
        var parts = path.dropFirst(base.count + 1).split(
            separator: "/", omittingEmptySubsequences: false)
        endsInSlash = parts.last?.isEmpty == true
        if endsInSlash { parts.removeLast() }
        var names: [String] = []
        for part in parts {
            guard let name = Self.decoded(part), Self.isServed(name) else { return nil }
            names.append(name)
        }
        self.names = names
    }

    /// The path without the query, also of the absolute form that proxies send.
    static func path(of target: String) -> String? {
        var rest = target.prefix { $0 != "?" && $0 != "#" }
        if rest.hasPrefix("http://") {
            rest = rest.dropFirst(7).drop { $0 != "/" }
            if rest.isEmpty { rest = "/" }
        }
        return rest.hasPrefix("/") ? String(rest) : nil
    }

    /// Whether a name is one of a file that may be served at all.
    static func isServed(_ name: String) -> Bool {
        // Bytes, for a mark that combines with the dot would hide it from a comparison of characters.
        !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
            && !name.utf8.contains { $0 < 0x20 || $0 == 0x7f || $0 == 0x2f || $0 == 0x5c }
    }

    private static func decoded(_ part: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = part.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit),
                let low = rest.popFirst().flatMap(digit)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
