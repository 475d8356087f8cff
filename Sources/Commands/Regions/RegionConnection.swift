internal import MAAS
internal import Transport
internal import Workflows

/// A region that a command works on.
struct RegionConnection: Sendable {
    /// The profile's name, or the region's host and port.
    let name: String
    let client: RegionClient
    /// How requests to it are signed.
    let signature: OAuthSigner.Method

    /// Learns the region's version, for commands that go by it.
    func session() async throws(RegionError) -> RegionSession {
        try await RegionSession.open(client)
    }
}

extension ConnectionOptions {
    /// Makes ready to talk to one region; nothing is sent yet.
    func connection(to target: RegionTarget, in context: Context) -> RegionConnection {
        let method = signature.method(for: target.address.base)
        let client = RegionClient(
            url: target.address.base, signer: OAuthSigner(key: target.apiKey, method: method),
            exchange: exchange(with: target, in: context),
            limits: TransferLimits(
                connect: connectTimeout.duration, idle: requestTimeout.duration,
                total: requestTimeout.duration, bodyBytes: 16 << 20))
        return RegionConnection(name: target.name, client: client, signature: method)
    }

    /// The HTTP client for a region; no two regions share one, for each has its own authorities.
    func exchange(with target: RegionTarget, in context: Context) -> any HTTPExchange {
        HTTPClient(
            options: Transport.ConnectionOptions(
                authorities: target.authority.map(Self.authorities) ?? .system,
                insecure: target.insecure, userAgent: "maas-boot/\(Version.text)"),
            clock: ContextClock(context), logger: logging.logger("http", in: context))
    }

    private static func authorities(
        _ authority: CertificateAuthority
    ) -> Transport.ConnectionOptions.Authorities {
        switch authority {
        case .file(let path): .file(path)
        case .pem(let text): .pem(Array(text.utf8))
        }
    }
}
