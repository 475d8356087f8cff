/// The parameters of an OAuth 1.0 `Authorization` header, read as tolerantly as a region reads them.
struct AuthorizationHeader: Equatable {
    /// Values by name, percent-decoded once.
    var parameters: [String: String]

    /// What a header turns out to be.
    enum Reading: Equatable {
        /// No header, another scheme, or OAuth with parts missing: as if nothing had been sent.
        case absent
        /// The scheme `oauth`, in the wrong case, which is taken for OAuth and then not read.
        case wrongCase
        case present(AuthorizationHeader)
    }

    static let required = [
        "oauth_consumer_key", "oauth_token", "oauth_signature", "oauth_signature_method",
        "oauth_timestamp", "oauth_nonce",
    ]

    /// Reads a header value. The scheme must be exactly `OAuth `; spaces, tabs, quotes and a realm
    /// do not matter.
    static func read(_ value: String?) -> Reading {
        guard let value else { return .absent }
        guard value.hasPrefix("OAuth ") else { return wrongCase(value) }
        return .present(AuthorizationHeader(parameters: pairs(value.dropFirst(6))))
    }

    /// Whether every parameter a signature needs is there.
    var isComplete: Bool { Self.required.allSatisfy { parameters[$0] != nil } }

    private static func wrongCase(_ value: String) -> Reading {
        let names = Set(pairs(value.dropFirst(6)).keys)
        let looksSigned = value.lowercased().hasPrefix("oauth ")
        return looksSigned && names.isSuperset(of: required) ? .wrongCase : .absent
    }

    /// Looked for only where it can be: the search in full costs more than all else that a request
    /// needs.
    private static func mentionsRealm(_ piece: some StringProtocol) -> Bool {
        piece.utf8.contains(UInt8(ascii: "l")) && piece.contains("realm")
    }

    private static func pairs(_ text: some StringProtocol) -> [String: String] {
        var pairs: [String: String] = [:]
        for piece in text.split(separator: ",") where !mentionsRealm(piece) {
            let halves = Text.trim(piece).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            pairs[String(halves[0])] = PercentEncoding.decode(Text.unquote(String(halves[1])))
        }
        return pairs
    }
}
