internal import Logging
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
    /// The run's context; what it warns of names the region where the run is on several.
    var context: Context

    /// Learns the region's version, for commands that go by it.
    func session() async throws(RegionError) -> RegionSession {
        try await RegionSession.open(client)
    }
}

/// How regions are talked to.
struct RegionDialling: Sendable {
    let signature: OAuthSignatureChoice
    let connectTimeout: Duration
    let requestTimeout: Duration
    let context: Context
    let logger: Logger
    private let exchanges = SharedExchanges()

    init(
        signature: OAuthSignatureChoice = .auto, connectTimeout: Duration = .seconds(10),
        requestTimeout: Duration = .seconds(120), context: Context, logger: Logger
    ) {
        self.signature = signature
        self.connectTimeout = connectTimeout
        self.requestTimeout = requestTimeout
        self.context = context
        self.logger = logger
    }

    /// Kept open between requests: those of 128 regions at once, each asked several things at a time.
    private static let idleConnections = 1024

    /// More than any region's answer has, and little enough to decode at once.
    private static let longestAnswer = 16 << 20

    /// Makes ready to talk to a region; nothing is sent yet.
    func connection(to target: RegionTarget) -> RegionConnection {
        let method = signature.method(for: target.address.base)
        let client = RegionClient(
            url: target.address.base, signer: OAuthSigner(key: target.apiKey, method: method),
            exchange: exchange(with: target),
            limits: TransferLimits(
                connect: connectTimeout, idle: requestTimeout, total: requestTimeout,
                bodyBytes: Self.longestAnswer))
        return RegionConnection(
            name: target.name, client: client, signature: method, context: context)
    }

    private func exchange(with target: RegionTarget) -> any HTTPExchange {
        let trust = SharedExchanges.Trust(authority: target.authority, insecure: target.insecure)
        return exchanges.exchange(for: trust) {
            HTTPClient(
                options: Transport.ConnectionOptions(
                    authorities: target.authority.map(Self.authorities) ?? .system,
                    insecure: target.insecure, userAgent: "maas-boot/\(Version.text)",
                    idleConnections: Self.idleConnections,
                    proxies: ProxySettings(environment: context.environment)),
                clock: ContextClock(context), logger: logger)
        }
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

extension ConnectionOptions {
    /// How the options want regions to be talked to.
    func dialling(in context: Context) -> RegionDialling {
        RegionDialling(
            signature: signature, connectTimeout: connectTimeout.duration,
            requestTimeout: requestTimeout.duration, context: context,
            logger: logging.logger("http", in: context))
    }
}
