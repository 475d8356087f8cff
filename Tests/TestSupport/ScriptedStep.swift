internal import FoundationEssentials
package import Transport

/// A request that a script expects and the answer to it.
package struct ScriptedStep: Sendable, CustomStringConvertible {
    let method: HTTPRequest.Method
    let path: String
    let query: [FormField]
    let body: RequestBody?
    let answer: Answer

    /// - Parameters:
    ///   - target: the path below `api/2.0/`, with the query as it goes over the wire:
    ///     `boot-resources/?op=import`.
    ///   - body: what must be sent; nil accepts any. A multipart boundary does not matter.
    package init(
        _ method: HTTPRequest.Method, _ target: String, body: RequestBody? = nil, _ answer: Answer
    ) {
        self.method = method
        path = String(target.prefix { $0 != "?" })
        query = FormReading.fields(target.drop { $0 != "?" }.dropFirst())
        self.body = body
        self.answer = answer
    }

    /// What comes back.
    package enum Answer: Sendable {
        /// A body of that media type; charset as regions send it.
        case status(Int, type: String, body: String)
        case response(HTTPResponse)
        case failure(TransportError.Kind)

        package static func json(_ body: String, status: Int = 200) -> Answer {
            .status(status, type: "application/json; charset=utf-8", body: body)
        }

        package static func text(_ body: String, status: Int = 200) -> Answer {
            .status(status, type: "text/plain; charset=utf-8", body: body)
        }

        /// 204 as regions send it: with a content type and without content.
        package static let noContent = Answer.status(204, type: "text/plain", body: "")

        func result(for request: HTTPRequest) throws(TransportError) -> HTTPResponse {
            switch self {
            case .status(let status, let type, let body):
                HTTPResponse(
                    status: status, headers: [HTTPHeader("Content-Type", type)],
                    body: Data(body.utf8), url: request.url)
            case .response(let response): response
            case .failure(let kind): throw TransportError(kind, detail: "", url: request.url)
            }
        }
    }

    package var description: String {
        let asked = query.isEmpty ? path : "\(path)?\(FormEncoding.encode(query))"
        return "\(method.rawValue) \(asked)" + (body.map { " with \($0)" } ?? "")
    }

    static func line(_ request: HTTPRequest) -> String {
        "\(request.method.rawValue) \(below(request.target))"
    }

    private static func below(_ url: String) -> String {
        let base = "\(ScriptedExchange.region)/api/2.0/"
        return url.hasPrefix(base) ? String(url.dropFirst(base.count)) : url
    }

    func matches(_ request: HTTPRequest) -> Bool {
        method == request.method && path == Self.below(request.url) && query == request.query
            && (body.map { Self.same($0, request.body) } ?? true)
    }

    private static func same(_ expected: RequestBody, _ sent: RequestBody?) -> Bool {
        switch (expected, sent) {
        case (.multipart(let expected), .multipart(let sent)):
            expected.fields == sent.fields && expected.files == sent.files
        default: expected == sent
        }
    }
}
