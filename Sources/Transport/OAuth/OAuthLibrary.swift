internal import COAuth
internal import Glibc
internal import Synchronization

/// liboauth's signing functions, the only ones used: its HTTP helpers would bring a second libcurl
/// to life. The library does not promise thread safety, so one caller enters at a time.
enum OAuthLibrary {
    private static let entrance = Mutex<Void>(())

    static func authorization(
        request: SignedRequest, signer: OAuthSigner, freshness: OAuthSigner.Freshness
    ) -> String {
        entrance.withLock { _ in
            var count: Int32 = 0
            var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = nil
            unsafe add(request.baseURL, to: &arguments, &count)
            for parameter in request.parameters {
                unsafe add("\(parameter.name)=\(parameter.value)", to: &arguments, &count)
            }
            unsafe add("oauth_nonce=\(freshness.nonce)", to: &arguments, &count)
            unsafe add("oauth_timestamp=\(freshness.timestamp)", to: &arguments, &count)
            unsafe oauth_sign_array2_process(
                &count, &arguments, nil, signer.method.libraryValue, request.method.rawValue,
                signer.key.consumerKey, "", signer.key.tokenKey, signer.key.tokenSecret)
            defer { unsafe oauth_free_array(&count, &arguments) }
            return unsafe "OAuth " + oauthFields(arguments, count)
        }
    }

    /// Adds a copy of the text: liboauth duplicates what it is given.
    private static func add(
        _ text: String,
        to arguments: inout UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
        _ count: inout Int32
    ) {
        unsafe oauth_add_param_to_array(&count, &arguments, text)
    }

    /// Serialises the `oauth_` parameters alone (2), quoted (4), separated as MAAS's client does.
    private static func oauthFields(
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: Int32
    ) -> String {
        let skipOthers: Int32 = 2
        let quoteValues: Int32 = 4
        var separator = Array(", ".utf8CString)
        guard
            let text = unsafe oauth_serialize_url_sep(
                count, 1, arguments, &separator, skipOthers | quoteValues)
        else { return "" }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }
}

extension OAuthSigner.Method {
    fileprivate var libraryValue: OAuthMethod {
        switch self {
        case .plaintext: OA_PLAINTEXT
        case .hmacSHA1: OA_HMAC
        }
    }
}
