/// What holds for every connection of a client.
package struct ConnectionOptions: Sendable, Equatable {
    /// Trust these certificates in place of the system's.
    package enum Authorities: Sendable, Equatable {
        case system
        case file(String)
        case pem([UInt8])
    }

    package var authorities: Authorities
    /// Accept any certificate. Whoever sets this says so to the user.
    package var insecure: Bool
    package var userAgent: String
    /// Transfers at a time to one origin (scheme, host and port), and so connections; further ones
    /// wait. Over HTTP/2, where they share a connection, more may run (`TransferQueue`).
    package var connectionsPerHost: Int
    /// Connections kept open between transfers, to all origins together; nil is twice
    /// `connectionsPerHost`, and 16 at least.
    package var idleConnections: Int?
    /// Ceiling on what all transfers of the client receive together, in bytes a second; nil is none.
    package var bytesPerSecond: Int?
    /// Nil leaves it to libcurl, which reads the process's environment.
    package var proxies: ProxySettings?

    package init(
        authorities: Authorities = .system, insecure: Bool = false,
        userAgent: String = "maas-boot", connectionsPerHost: Int = 8, idleConnections: Int? = nil,
        bytesPerSecond: Int? = nil, proxies: ProxySettings? = nil
    ) {
        self.authorities = authorities
        self.insecure = insecure
        self.userAgent = userAgent
        self.connectionsPerHost = connectionsPerHost
        self.idleConnections = idleConnections
        self.bytesPerSecond = bytesPerSecond
        self.proxies = proxies
    }
}
