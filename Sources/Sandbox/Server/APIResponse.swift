/// An answer of the region's API: status, the recorded headers, body.
package struct APIResponse: Sendable, Equatable {
    /// Which set of headers goes with the answer.
    package enum Kind: Sendable, Equatable {
        /// From a resource: `X-Maas-Api-Hash`, varies by authorization and cookie.
        case resource
        /// From an anonymous resource: as `resource`, but varies by authorization alone.
        case anonymous
        /// From the error middleware: no hash, varies by cookie.
        case failure
        /// From the region outside its resources: neither.
        case bare
        /// From nginx in front of the region.
        case proxy
    }

    package var status: Int
    package var contentType: String
    package var body: [UInt8]
    package var kind: Kind
    package var extraHeaders: [String: String]

    init(
        _ status: Int, _ contentType: String, _ body: [UInt8], kind: Kind = .resource,
        headers: [String: String] = [:]
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.kind = kind
        extraHeaders = headers
    }

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// A resource's JSON, indented.
    static func json(_ value: JSONValue, status: Int = 200) -> APIResponse {
        APIResponse(
            status, "application/json; charset=utf-8",
            Array(JSONText.write(value, layout: .indented).utf8))
    }

    /// A one-line JSON.
    static func compactJSON(
        _ value: JSONValue, status: Int = 200, charset: Bool = true, kind: Kind = .resource
    ) -> APIResponse {
        APIResponse(
            status, charset ? "application/json; charset=utf-8" : "application/json",
            Array(JSONText.write(value, layout: .compact).utf8), kind: kind)
    }

    /// Plain text from a resource.
    static func text(
        _ text: String, status: Int = 200, charset: Bool = false, kind: Kind = .resource
    ) -> APIResponse {
        APIResponse(
            status, charset ? "text/plain; charset=utf-8" : "text/plain", Array(text.utf8),
            kind: kind)
    }

    /// Plain text from the error middleware.
    static func failure(_ status: Int, _ text: String) -> APIResponse {
        APIResponse(status, "text/plain; charset=utf-8", Array(text.utf8), kind: .failure)
    }

    /// What a successful DELETE answers.
    static let deleted = APIResponse(204, "text/plain", [])
}
