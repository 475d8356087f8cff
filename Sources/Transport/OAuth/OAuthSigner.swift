/// Signs requests with a MAAS API key (OAuth 1.0a, RFC 5849, with the base string that MAAS
/// regions build; see `SignedRequest`).
package struct OAuthSigner: Sendable, Equatable {
    /// The two methods that MAAS regions accept.
    package enum Method: String, Sendable, CaseIterable {
        case plaintext = "PLAINTEXT"
        case hmacSHA1 = "HMAC-SHA1"
    }

    package let key: APIKey
    package let method: Method

    package init(key: APIKey, method: Method) {
        self.key = key
        self.method = method
    }

    /// The method that keeps the secret off the wire where the wire can be read: HMAC-SHA1 over
    /// plain HTTP; over TLS the PLAINTEXT of MAAS's own client, which no proxy can break.
    package static func preferredMethod(for url: String) -> Method {
        url.lowercased().hasPrefix("https://") ? .plaintext : .hmacSHA1
    }

    /// The value of the Authorization header for one attempt. Nonce and time must be new for every
    /// attempt, since regions refuse a nonce they have seen.
    package func authorization(for request: SignedRequest, _ freshness: Freshness) -> String {
        OAuthLibrary.authorization(request: request, signer: self, freshness: freshness)
    }

    /// What makes one attempt differ from the next.
    package struct Freshness: Sendable, Equatable {
        package let nonce: String
        /// Seconds since 1970.
        package let timestamp: Int64

        package init(nonce: String, timestamp: Int64) {
            self.nonce = nonce
            self.timestamp = timestamp
        }

        /// A nonce from the system's generator.
        package static func now(_ timestamp: Int64) -> Freshness {
            Freshness(nonce: RandomText.make(length: 32), timestamp: timestamp)
        }
    }
}
