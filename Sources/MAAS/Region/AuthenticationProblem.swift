/// Why a region did not accept the API key. The region's own text is never kept whole: with
/// PLAINTEXT signatures it can contain the correct secret (seen on 3.3 to 3.8).
package enum AuthenticationProblem: Sendable, Equatable {
    /// The key's first part is unknown.
    case unknownKey
    /// The key's second part is unknown.
    case unknownToken
    /// The secret is wrong, or a proxy changed what was signed.
    case wrongSignature
    /// This machine's clock is slow by more than 300 seconds, or the region's is fast.
    case expiredTimestamp(given: Int64?, regionNow: Int64?)
    /// The nonce was seen before.
    case nonceReused
    /// The method is not one the region takes.
    case unsupportedMethod
    /// Nothing to authenticate with was recognised.
    case noCredentials
    /// The region asks for an external login (Candid or RBAC).
    case externalLogin
    /// Another text, withheld because it can contain the secret.
    case other
}

extension AuthenticationProblem {
    /// Recognises what a region's 401 body says and keeps nothing else of it.
    init(body: String) {
        if body.contains("Invalid API key") {
            self = .unknownKey
        } else if body.contains("Invalid access token") {
            self = .unknownToken
        } else if body.contains("Invalid signature") {
            self = .wrongSignature
        } else if body.contains("Expired timestamp") {
            self = Self.expired(body)
        } else if body.contains("Nonce already used") {
            self = .nonceReused
        } else if body.contains("not supported try one of") {
            self = .unsupportedMethod
        } else if body.contains("macaroon") {
            self = .externalLogin
        } else if body.isEmpty || body.hasPrefix("Forbidden") || body.hasPrefix("Unauthorized") {
            self = .noCredentials
        } else {
            self = .other
        }
    }

    private static func expired(_ body: String) -> Self {
        let match = body.firstMatch(of: /given (\d{1,18}) and now (\d{1,18})\b/)
        return .expiredTimestamp(
            given: match.flatMap { Int64($0.1) }, regionNow: match.flatMap { Int64($0.2) })
    }
}
