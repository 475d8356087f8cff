/// One HTTP request, described before anything is sent.
package struct HTTPRequest: Sendable {
    /// The verbs that regions and image servers understand.
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"

        /// Whether repeating the request leaves the server as one request does (RFC 9110 §9.2.2).
        package var isIdempotent: Bool { self != .post }
    }

    package var method: Method
    /// The absolute address, percent-encoded, without user name and fragment. It may hold a query of
    /// its own when it is not signed and `query` is empty.
    package var url: String
    /// Query parameters in the order sent, not yet percent-encoded.
    package var query: [FormField]
    package var headers: [HTTPHeader]
    package var body: RequestBody?
    /// Signs each attempt anew when there is one.
    package var signer: OAuthSigner?
    /// Has libcurl sign each attempt for an object store. Goes with `signer` never.
    package var storeSigner: SigV4Signer?
    /// Whether an attempt may be repeated after a passing failure. A POST that may not gets a new
    /// connection, since on a reused one that breaks libcurl would send it again by itself.
    package var mayRepeat: Bool
    package var redirects: RedirectPolicy
    package var limits: TransferLimits
    /// Whether an answer says in its body, whatever its status, that the server failed for now. It is
    /// repeated as after 503.
    package var isPassingFailure: (@Sendable (HTTPResponse) -> Bool)?

    package init(
        _ method: Method, _ url: String, query: [FormField] = [], headers: [HTTPHeader] = [],
        body: RequestBody? = nil, signer: OAuthSigner? = nil, storeSigner: SigV4Signer? = nil,
        mayRepeat: Bool? = nil, redirects: RedirectPolicy = .refuse,
        limits: TransferLimits = TransferLimits()
    ) {
        self.method = method
        self.url = url
        self.query = query
        self.headers = headers
        self.body = body
        self.signer = signer
        self.storeSigner = storeSigner
        self.mayRepeat = mayRepeat ?? method.isIdempotent
        self.redirects = redirects
        self.limits = limits
    }

    /// The address with its encoded query, as it goes on the wire.
    package var target: String {
        guard !query.isEmpty else { return url }
        let fields = storeSigner == nil ? query : SigV4Signer.ordered(query)
        return url + "?" + FormEncoding.encode(fields)
    }
}

/// What to do when a server answers with another address.
package enum RedirectPolicy: Sendable, Equatable {
    /// Hand the redirect back as the response. Signed requests always do: their signature covers
    /// the address, and a key must not travel to another host.
    case refuse
    /// Follow at most this many, over HTTP and HTTPS only and never from HTTPS to HTTP. GET alone
    /// follows.
    case follow(Int)
}

/// A name and a value, used for queries, forms and the signature over them.
package struct FormField: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// How long a transfer may take and how much it may bring.
package struct TransferLimits: Sendable, Equatable {
    /// Time until the connection stands, resolving the name and TLS included.
    package var connect: Duration
    /// Time in which at least one byte must arrive; counted in whole seconds, rounded up.
    package var idle: Duration
    /// Time for the whole of one attempt; nil sets no bound.
    package var total: Duration?
    /// The most body bytes accepted. A longer body is refused as soon as its length is known. What a
    /// sink leaves to the response may always have a mebibyte.
    package var bodyBytes: Int

    package init(
        connect: Duration = .seconds(10), idle: Duration = .seconds(60), total: Duration? = nil,
        bodyBytes: Int = 64 << 20
    ) {
        self.connect = connect
        self.idle = idle
        self.total = total
        self.bodyBytes = bodyBytes
    }
}
