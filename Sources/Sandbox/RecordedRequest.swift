/// A request the sandbox was sent, and what it answered.
package struct RecordedRequest: Sendable, Equatable {
    package var method: String
    /// The path as sent, with the query.
    package var path: String
    /// The OAuth signature method, `PLAINTEXT` or `HMAC-SHA1`; nil without OAuth credentials.
    package var authorization: String?
    /// The body as sent.
    package var body: [UInt8]
    /// The status answered; 0 when there was no answer.
    package var status: Int

    package init(
        method: String, path: String, authorization: String? = nil, body: [UInt8] = [],
        status: Int
    ) {
        self.method = method
        self.path = path
        self.authorization = authorization
        self.body = body
        self.status = status
    }
}

extension [RecordedRequest] {
    /// The requests that could change something: all but GETs.
    package var writes: [RecordedRequest] { filter { $0.method != "GET" } }
}
