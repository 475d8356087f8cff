internal import CCurl

extension TransportError.Kind {
    /// Sorts libcurl's result codes by what the caller can do about them.
    ///
    /// - Parameters:
    ///   - code: libcurl's number (`libcurl-errors(3)`).
    ///   - status: the last status that was received; 0 for none.
    ///   - proxyStatus: what a proxy answered to CONNECT; 0 for none.
    ///   - detail: what libcurl said.
    package init(code: Int, status: Int = 0, proxyStatus: Int = 0, detail: String = "") {
        let isRedirected = (300..<400).contains(status)
        switch CURLcode(rawValue: UInt32(code)) {
        case _ where proxyStatus >= 300: self = .proxy
        // The scheme was checked before: only a Location can lead to another one, and what is left
        // is an answer without a status line (HTTP/0.9).
        case CURLE_UNSUPPORTED_PROTOCOL: self = isRedirected ? .redirects : .malformed
        case CURLE_URL_MALFORMAT: self = isRedirected ? .redirects : .invalidURL
        case CURLE_TOO_MANY_REDIRECTS: self = .redirects
        case CURLE_COULDNT_RESOLVE_HOST: self = .unknownHost
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxy
        case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED: self = .unreachable
        case CURLE_OPERATION_TIMEDOUT: self = .timeout
        case CURLE_FILESIZE_EXCEEDED: self = .tooLarge
        case CURLE_SSL_CONNECT_ERROR where Self.plainAnswers.contains(where: detail.contains):
            self = .notTLS
        case let code where Self.tlsCodes.contains(code.rawValue): self = .tls
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SEND_FAIL_REWIND:
            self = .interrupted
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING,
            // CURLE_TOO_LARGE, named since 8.6: headers beyond libcurl's own bound.
            CURLcode(rawValue: 100):
            self = .malformed
        default: self = .other
        }
    }

    /// What OpenSSL (two generations) and GnuTLS call a first record that is none, as the text of an
    /// HTTP answer.
    private static let plainAnswers = [
        "wrong version number", "packet length too long", "unexpected TLS packet",
    ]

    private static let tlsCodes = Set(
        [
            CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CRL_BADFILE,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
            CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED,
        ].map(\.rawValue))
}
