internal import FoundationEssentials
internal import Transport

extension RegionError.Reason {
    /// Nil when the status says the request was carried out, and no page for browsers came in
    /// place of an answer: no handler of a region's API answers a success with HTML, but login
    /// pages of proxies and other servers at that address do.
    ///
    /// Sources: recordings of 3.3.9, 3.5.13, 3.7.3 and 3.8 alpha.
    ///
    /// - Parameter secret: the secret of the key that signed the request; kept out of all texts.
    init?(refusing response: HTTPResponse, hiding secret: String? = nil) {
        let server = ServerText(secret: secret)
        switch response.status {
        case 200...299:
            guard response.isPage else { return nil }
            self = .notMAAS(status: response.status)
        case 300...399:
            self = .moved(to: response.headers.value(of: "Location").map { server.shown($0) })
        case 400:
            self = Self.validation(response, server) ?? .refused(text: Self.text(response, server))
        case 401: self = .unauthenticated(AuthenticationProblem(body: response.opening))
        case 403: self = .forbidden(text: Self.text(response, server))
        case 404: self = Self.missing(Self.text(response, server))
        case 405, 410: self = .notMAAS(status: response.status)
        case 409: self = .conflict
        case 413: self = .refused(text: "the request is larger than the region accepts")
        case 429, 502, 503, 504: self = .busy(status: response.status)
        default: self = .failed(status: response.status, text: Self.text(response, server))
        }
    }

    /// The server's text, unless it is a page for browsers.
    private static func text(_ response: HTTPResponse, _ server: ServerText) -> String {
        response.isPage ? "" : server.shown(response.opening)
    }

    /// A region names the kind of object it did not find ("No BootSource matches the given
    /// query."; up to 3.2 just "Not Found"); anything else is not a region's API.
    private static func missing(_ text: String) -> Self {
        let isObject = text.hasPrefix("No ") || text == "Not Found"
        return isObject ? .notFound(text: text) : .notMAAS(status: 404)
    }

    /// The most messages of one answer that are kept.
    private static let messageLimit = 20

    private static func validation(_ response: HTTPResponse, _ server: ServerText) -> Self? {
        guard response.mediaType == "application/json",
            let fields = try? JSONDecoder().decode([String: Messages].self, from: response.body)
        else { return nil }
        let messages = fields.sorted { $0.key < $1.key }.flatMap { field, messages in
            messages.texts.map {
                RegionError.FieldMessage(
                    field: field == "__all__" ? nil : server.shown(field),
                    message: server.shown($0))
            }
        }
        return .invalid(Array(messages.prefix(messageLimit)))
    }

    /// A field's messages: a list mostly, a single text from some handlers.
    private struct Messages: Decodable {
        let texts: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let list = try? container.decode([String].self) {
                texts = list
            } else {
                texts = [try container.decode(String.self)]
            }
        }
    }
}

extension HTTPResponse {
    /// Whether this is a page for browsers.
    fileprivate var isPage: Bool { mediaType == "text/html" }

    /// As much of the body as is ever looked at for a message.
    fileprivate var opening: String { String(decoding: body.prefix(1 << 16), as: UTF8.self) }
}
