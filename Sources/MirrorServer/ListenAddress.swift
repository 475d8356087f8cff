/// Where a server listens: an address of this machine and a port.
package struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// A numeric address or a name, without brackets.
    package let host: String
    /// 0 stands for any free port.
    package let port: UInt16

    /// An address.
    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `ADDRESS:PORT`, an IPv6 address being in brackets; nil for anything else.
    package init?(parsing text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
            guard host.contains(":") else { return nil }
        } else if host.contains(":") {
            return nil
        }
        let isPlain = host.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7f && !#"[]/\"'{};$"#.utf8.contains(byte)
        }
        guard !host.isEmpty, isPlain else { return nil }
        self.init(host: String(host), port: port)
    }

    /// Whether only this machine reaches it.
    package var isLoopback: Bool {
        host.hasPrefix("127.") || host == "::1" || host == "localhost"
    }

    /// Whether it stands for all addresses of this machine.
    package var isEveryAddress: Bool { host == "0.0.0.0" || host == "::" }

    /// The host as a URL has it.
    package var urlHost: String { host.contains(":") ? "[\(host)]" : host }

    package var description: String { "\(urlHost):\(port)" }
}
