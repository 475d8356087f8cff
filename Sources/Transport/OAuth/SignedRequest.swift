/// The parts of a request that a MAAS region puts into its HMAC base string.
///
/// Regions 3.3 to 3.8 differ from RFC 5849 here: on POST every text field of the body counts, of
/// a form and of a multipart body alike, each name once with its last value; on PUT and DELETE
/// nothing of the body counts. Files never count.
package struct SignedRequest: Sendable, Equatable {
    package let method: HTTPRequest.Method
    /// Scheme, host, port unless it is the scheme's own, and path.
    package let baseURL: String
    /// The parameters, each name once.
    package let parameters: [FormField]

    package init(method: HTTPRequest.Method, baseURL: String, parameters: [FormField]) {
        self.method = method
        self.baseURL = Self.normalized(baseURL)
        self.parameters = parameters
    }

    package init(_ request: HTTPRequest) {
        method = request.method
        baseURL = Self.normalized(request.url)
        let fields = request.method == .post ? request.body?.textFields ?? [] : []
        parameters = Self.lastValues(request.query + fields)
    }

    /// Keeps the last value of each name, at the place of its first.
    static func lastValues(_ fields: [FormField]) -> [FormField] {
        var latest: [String: String] = [:]
        for field in fields { latest[field.name] = field.value }
        var seen: Set<String> = []
        return fields.compactMap { field in
            guard seen.insert(field.name).inserted else { return nil }
            return FormField(field.name, latest[field.name] ?? field.value)
        }
    }

    /// Lower-cases scheme and host and drops a default port (RFC 5849 §3.4.1.2).
    static func normalized(_ url: String) -> String {
        guard let separator = url.firstRange(of: "://") else { return url }
        let scheme = url[..<separator.lowerBound].lowercased()
        let rest = url[separator.upperBound...]
        let pathStart = rest.firstIndex(of: "/") ?? rest.endIndex
        var authority = rest[..<pathStart].lowercased()
        for (name, port) in [("http", ":80"), ("https", ":443")]
        where scheme == name && authority.hasSuffix(port) {
            authority.removeLast(port.count)
        }
        let path = pathStart == rest.endIndex ? "/" : rest[pathStart...]
        return "\(scheme)://\(authority)\(path)"
    }
}
