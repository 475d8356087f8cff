/// A request as it reached the region, before anything was decided about it.
package struct APIRequest: Sendable {
    package var method: String
    /// The path as sent, percent-encoded, without the query.
    package var path: String
    /// The query as sent, without the question mark; empty when there is none.
    package var query: String
    /// The headers, names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(
        method: String, path: String, query: String = "", headers: [String: String] = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// Scheme, host and port as the client knows them: a proxy's `X-Forwarded-*` before `Host`.
    var origin: String {
        let scheme = headers["x-forwarded-proto"] ?? "http"
        let host = headers["x-forwarded-host"] ?? headers["host"] ?? "localhost"
        return "\(scheme)://\(host)"
    }

    /// The path with runs of slashes made one, as nginx hands it on.
    var collapsedPath: String {
        var collapsed = ""
        for character in path where !(character == "/" && collapsed.last == "/") {
            collapsed.append(character)
        }
        return collapsed
    }

    /// The query's fields.
    var queryFields: FormFields { FormFields(urlEncoded: query) }

    /// The body as the region reads it.
    var content: RequestBody { RequestBody(body, contentType: headers["content-type"]) }

    /// Whether the body is a form, whose text fields a POST signs.
    var hasForm: Bool {
        let type = headers["content-type"]?.lowercased() ?? ""
        return type.hasPrefix("application/x-www-form-urlencoded")
            || type.hasPrefix("multipart/form-data")
    }
}
