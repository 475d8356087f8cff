internal import FoundationEssentials
internal import Logging
internal import MirrorServer
internal import ObjectStore
internal import SimpleStreams
internal import Transport

/// Reaches an object store as options, environment and profile say.
struct ObjectStoreAccess: Sendable {
    private let settings: S3Settings
    private let origin: CredentialOrigin
    private let connections: StreamConnections
    private let context: Context

    init(_ options: ObjectStoreOptions, _ logging: LogOptions, in context: Context) throws {
        guard SigV4Signer.isOffered else {
            throw Failure(
                .failed, "this libcurl signs no requests to object stores",
                hint: "object stores need libcurl 7.88 or newer (Debian 12, Ubuntu 24.04)")
        }
        let credentials = Self.text(.awsCredentialsFile, "credentials", context)
        let files = ProfileFiles(
            credentials: credentials,
            configuration: Self.text(.awsConfigurationFile, "config", context),
            unread: credentials == nil ? context.environment[.awsCredentialsFile] : nil)
        settings = options.settings.completed(by: context.environment, files)
        origin = try CredentialOrigin.decide(
            context.environment, files, profile: options.profile)
        connections = StreamConnections(logging, in: context)
        self.context = context
        if case .keys(let keys) = origin { keys.secrets.forEach(context.redaction.register) }
    }

    /// A mirror at a place.
    func store(at location: S3Location) throws -> S3Store {
        let service = try settings.service(for: location.bucket)
        let limits = S3Limits()
        var options = connections.options(transfers: Self.connections)
        if let file = settings.authorities { options.authorities = .file(file) }
        let client = HTTPClient(
            options: options, retry: S3Client.retry, clock: ContextClock(context),
            logger: connections.logger)
        return S3Store(
            S3Client(
                service, bucket: location.bucket, credentials: credentials, exchange: client),
            at: location, labels: .mirror, limits: limits)
    }

    /// Requests at once: the parts under way, and small items beside them.
    private static let connections = 24

    /// Roles' services are on this machine or a hop away, never behind a proxy.
    private var credentials: CredentialSource {
        var options = connections.options()
        options.proxies = ProxySettings()
        let redaction = context.redaction
        let client = HTTPClient(
            options: options, retry: RetryPolicy(attempts: 2), clock: ContextClock(context),
            logger: connections.logger)
        return CredentialSource(
            origin, exchange: client, hide: { $0.forEach(redaction.register) })
    }

    private static func text(
        _ variable: EnvironmentVariable, _ name: String, _ context: Context
    ) -> String? {
        let path = context.environment[variable] ?? "\(context.directories.home)/.aws/\(name)"
        // Somebody's remark in another encoding is no reason to miss the keys.
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ObjectLabels {
    /// The same that `mirror serve` and the printed configurations say.
    static let mirror = ObjectLabels(
        type: { ContentRules.type(of: $0.name) },
        caching: { ContentRules.caching(of: $0.components.map(String.init)) })
}
