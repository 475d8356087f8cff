/// Why no answer came. An answer of any status is not an error at this level.
package struct TransportError: Error, Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// The address cannot be used at all.
        case invalidURL
        /// A header or parameter holds what cannot be sent.
        case invalidRequest
        /// The host has no address, or the resolver did not say.
        case unknownHost
        /// Nothing answered, or the connection was refused.
        case unreachable
        /// The proxy refused or could not be found.
        case proxy
        /// The proxy did not answer, or refused the connection.
        case proxyUnreachable
        /// The certificate is not trusted, or TLS failed.
        case tls
        /// What answers does not speak TLS at all.
        case notTLS
        /// A time limit passed.
        case timeout
        /// The connection ended before the answer did.
        case interrupted
        /// The answer broke HTTP's rules.
        case malformed
        /// The answer is longer than the caller accepts.
        case tooLarge
        /// More redirects than the caller accepts, or one to where none may lead: from TLS to plain
        /// HTTP, or to another protocol.
        case redirects
        /// The receiver of the body refused it.
        case refusedByReceiver
        /// The task was cancelled, or the client shut down.
        case cancelled
        /// libcurl failed in another way.
        case other

        /// Whether the same request may succeed a moment later.
        package var isPassing: Bool {
            switch self {
            case .unknownHost, .unreachable, .proxyUnreachable, .timeout, .interrupted: true
            default: false
            }
        }
    }

    package let kind: Kind
    /// What libcurl said, in its own words, or what is wrong with the request.
    package let detail: String
    /// The address asked, as it may be shown: without its query, user name and password.
    package let url: String

    package init(_ kind: Kind, detail: String, url: String) {
        self.kind = kind
        self.detail = detail
        self.url = Address.shown(url)
    }

    /// Whether the same request may succeed a moment later.
    package var isPassing: Bool { kind.isPassing }
}

extension TransportError: CustomStringConvertible {
    package var description: String {
        let what =
            switch kind {
            case .invalidURL: "the address cannot be used"
            case .invalidRequest: "the request cannot be sent"
            case .unknownHost: "the host name has no address"
            case .unreachable: "the server cannot be reached"
            case .proxy: "the proxy failed"
            case .proxyUnreachable: "the proxy cannot be reached"
            case .tls: "no trusted TLS connection"
            case .notTLS: "nothing speaks TLS there; is http:// meant?"
            case .timeout: "no answer in time"
            case .interrupted: "the connection broke off"
            case .malformed: "the answer is not HTTP"
            case .tooLarge: "the answer is too long"
            case .redirects: "too many redirects"
            case .refusedByReceiver: "the body was refused on arrival"
            case .cancelled: "cancelled"
            case .other: "the transfer failed"
            }
        return detail.isEmpty ? "\(url): \(what)" : "\(url): \(what) (\(detail))"
    }
}
