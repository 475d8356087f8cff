/// Where an `http` URL leads, as far as that is on this machine.
struct LoopbackAddress: Equatable {
    var host: String
    var port: UInt16
    /// The path with its percent forms, as a request's target has it.
    var target: String

    /// Takes a URL apart; nil when it is not of scheme `http`.
    init?(_ url: String) {
        guard url.hasPrefix("http://") else { return nil }
        let rest = url.dropFirst("http://".count)
        let authority = rest.prefix { $0 != "/" }
        let parts = authority.split(separator: ":")
        guard let host = parts.first, parts.count <= 2,
            let port = parts.count == 2 ? UInt16(parts[1]) : 80
        else { return nil }
        self.host = String(host)
        self.port = port
        let path = rest.dropFirst(authority.count)
        target = path.isEmpty ? "/" : String(path)
    }

    /// Whether it is this machine: nobody else is ever asked.
    var isLoopback: Bool { host == "localhost" || host.hasPrefix("127.") }
}
