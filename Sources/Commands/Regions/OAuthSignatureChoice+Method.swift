internal import Transport

extension OAuthSignatureChoice {
    /// The method to sign with for a region at this address.
    func method(for url: String) -> OAuthSigner.Method {
        switch self {
        case .auto: OAuthSigner.preferredMethod(for: url)
        case .hmacSHA1: .hmacSHA1
        case .plaintext: .plaintext
        }
    }
}
