internal import Digests
internal import FoundationEssentials

/// Checks an OAuth 1.0 signature, in the order and with the words of a region.
struct OAuthVerifier {
    /// Older timestamps than this many seconds are refused; future ones never are.
    static let threshold = 300

    let flavour: MAASFlavour
    let users: [RegionUser]
    let now: Double

    /// The user who signed, or nil when the request carries no OAuth credentials that count.
    func user(of request: APIRequest, nonces: inout NonceMemory) throws(RegionError) -> RegionUser?
    {
        if request.queryFields.fields.contains(where: { $0.name == "oauth_signature" }) {
            throw .crashed("dictionary changed size during iteration")
        }
        switch AuthorizationHeader.read(request.headers["authorization"]) {
        case .absent: return nil
        case .wrongCase: return try wrongCase()
        case .present(let header): return try check(header, request, &nonces)
        }
    }

    private func wrongCase() throws(RegionError) -> RegionUser? {
        switch flavour {
        case .v3_3: throw .refused("'Parameter not found: oauth_consumer_key'")
        case .v3_5, .v3_7:
            throw .badRequest("'Bad Request: Parameter not found: oauth_consumer_key'")
        case .v3_8: return nil
        }
    }

    private func check(
        _ header: AuthorizationHeader, _ request: APIRequest, _ nonces: inout NonceMemory
    ) throws(RegionError) -> RegionUser? {
        let parameters = header.parameters
        // A header whose version swallowed the rest is refused for its version before anything
        // else is missed; 3.8 looks for the parts first.
        if flavour < .v3_8 { try checkVersion(parameters) }
        guard header.isComplete else { return nil }
        try checkVersion(parameters)
        let (user, key) = try owner(parameters)
        try checkTime(parameters)
        try checkNonce(parameters, key, &nonces)
        try checkSignature(parameters, key, request)
        return user
    }

    private func checkVersion(_ parameters: [String: String]) throws(RegionError) {
        guard let version = parameters["oauth_version"], version != "1.0" else { return }
        throw .refused("'OAuth version \(version) not supported.'")
    }

    private func owner(_ parameters: [String: String]) throws(RegionError) -> (RegionUser, APIKey) {
        let consumer = parameters["oauth_consumer_key"] ?? ""
        let token = parameters["oauth_token"] ?? ""
        guard users.contains(where: { $0.keys.contains { $0.consumer == consumer } }) else {
            throw .refused("Invalid API key.")
        }
        for user in users {
            for key in user.keys where key.consumer == consumer && key.token == token {
                return (user, key)
            }
        }
        throw .refused("'Invalid access token: \(token)'")
    }

    private func checkTime(_ parameters: [String: String]) throws(RegionError) {
        let text = parameters["oauth_timestamp"] ?? ""
        guard let given = Int(Text.trim(text)) else { throw unreadableTime(text) }
        let present = Int(now)
        guard present - given > Self.threshold else { return }
        throw .refused(
            "'Expired timestamp: given \(given) and now \(present) has a greater difference than "
                + "threshold \(Self.threshold)'")
    }

    private func unreadableTime(_ text: String) -> RegionError {
        guard flavour >= .v3_8 else {
            return .crashed("invalid literal for int() with base 10: '\(text)'")
        }
        return .badRequest(
            "'Bad Request: the following problems were found among the auth params: "
                + "oauth_timestamp has an unexpected type'")
    }

    private func checkNonce(
        _ parameters: [String: String], _ key: APIKey, _ nonces: inout NonceMemory
    ) throws(RegionError) {
        let nonce = parameters["oauth_nonce"] ?? ""
        guard nonce.count <= 255 else {
            throw .crashed("value too long for type character varying(255)\n")
        }
        guard nonces.accept(nonce, consumer: key.consumer, token: key.token, now: now) else {
            throw .refused("'Nonce already used: \(nonce)'")
        }
    }

    private func checkSignature(
        _ parameters: [String: String], _ key: APIKey, _ request: APIRequest
    ) throws(RegionError) {
        let method = parameters["oauth_signature_method"] ?? ""
        let plain = "&" + PercentEncoding.encode(key.secret)
        let (base, expected): (String, String)
        switch method {
        case "PLAINTEXT": (base, expected) = (plain, plain)
        case "HMAC-SHA1":
            base = SignatureBase.string(request, parameters: parameters)
            let code = HMACSHA1.authenticate(Array(base.utf8), key: Array(plain.utf8))
            expected = Data(code).base64EncodedString()
        default:
            throw .refused(
                "'Signature method \(method) not supported try one of the following: "
                    + "PLAINTEXT, HMAC-SHA1'")
        }
        guard parameters["oauth_signature"] == expected else {
            throw .refused("'Invalid signature. Expected signature base string: \(base)'")
        }
    }
}
