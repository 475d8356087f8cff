package import FoundationEssentials
package import Transport

/// Has the keys at hand, and new ones before the old ones end.
package actor CredentialSource {
    /// Keys that end sooner than this are fetched anew.
    private static let reserve: TimeInterval = 300

    private let origin: CredentialOrigin
    private let service: RoleService
    private let now: @Sendable () -> Date
    /// Is told every secret before it is used, to keep it out of what is said.
    private let hide: @Sendable ([String]) -> Void
    private var known: S3Credentials?

    /// - Parameter exchange: how the service of a role is reached: without a proxy.
    package init(
        _ origin: CredentialOrigin, exchange: any HTTPExchange,
        now: @escaping @Sendable () -> Date = { Date() },
        hide: @escaping @Sendable ([String]) -> Void = { _ in }
    ) {
        self.origin = origin
        self.now = now
        self.hide = hide
        service = RoleService(exchange: exchange)
    }

    /// The keys to sign with now.
    package func current() async throws(S3SettingsError) -> S3Credentials {
        if let known, isFresh(known) { return known }
        let keys: S3Credentials
        switch origin {
        case .keys(let given): keys = given
        case .container(let url, let token): keys = try await service.container(url, token)
        case .instance(let endpoint): keys = try await service.instance(endpoint)
        case .nowhere: throw CredentialOrigin.missing
        }
        hide(keys.secrets)
        known = keys
        return keys
    }

    private func isFresh(_ keys: S3Credentials) -> Bool {
        keys.expiration.map { $0.timeIntervalSince(now()) > Self.reserve } ?? true
    }
}
