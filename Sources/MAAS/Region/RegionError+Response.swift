internal import FoundationEssentials
internal import Transport

extension RegionError.Reason {
    /// Nil when the status says the request was carried out.
    ///
    /// Sources: recordings of 3.3.9, 3.5.13, 3.7.3 and 3.8 alpha.
    init?(refusing response: HTTPResponse) {
        let text = Self.plainText(response)
        switch response.status {
        case 200...299: return nil
        case 300...399: self = .moved(to: response.headers.value(of: "Location"))
        case 400: self = Self.validation(response) ?? .refused(text: text)
        case 401: self = .unauthenticated(AuthenticationProblem(body: response.text))
        case 403: self = .forbidden(text: text)
        case 404: self = Self.missing(response, text)
        case 405, 410: self = .notMAAS(status: response.status)
        case 409: self = .conflict
        case 413: self = .refused(text: "the request is larger than the region accepts")
        case 429, 502, 503, 504: self = .busy(status: response.status)
        default: self = .failed(status: response.status, text: text)
        }
    }

    /// The server's text, unless it is a page for browsers; bounded, since it is shown to people.
    private static func plainText(_ response: HTTPResponse) -> String {
        guard response.mediaType != "text/html" else { return "" }
        let text = response.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return text.count > 500 ? text.prefix(500) + "…" : text
    }

    /// A region names the kind of object it did not find ("No BootSource matches the given
    /// query."; up to 3.2 just "Not Found"); anything else is not a region's API.
    private static func missing(_ response: HTTPResponse, _ text: String) -> Self {
        let isObject = text.hasPrefix("No ") || text == "Not Found"
        return isObject ? .notFound(text: text) : .notMAAS(status: 404)
    }

    private static func validation(_ response: HTTPResponse) -> Self? {
        guard response.mediaType == "application/json",
            let fields = try? JSONDecoder().decode([String: Messages].self, from: response.body)
        else { return nil }
        return .invalid(
            fields.sorted { $0.key < $1.key }.flatMap { field, messages in
                messages.texts.map {
                    RegionError.FieldMessage(field: field == "__all__" ? nil : field, message: $0)
                }
            })
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

extension AuthenticationProblem {
    /// Recognises what a region's 401 body says and keeps nothing else of it.
    init(body: String) {
        if body.contains("Invalid API key") {
            self = .unknownKey
        } else if body.contains("Invalid access token") {
            self = .unknownToken
        } else if body.contains("Invalid signature") {
            self = .wrongSignature
        } else if let match = body.firstMatch(of: /given (\d+) and now (\d+)/) {
            self = .expiredTimestamp(given: Int64(match.1), regionNow: Int64(match.2))
        } else if body.contains("Expired timestamp") {
            self = .expiredTimestamp(given: nil, regionNow: nil)
        } else if body.contains("Nonce already used") {
            self = .nonceReused
        } else if body.contains("not supported try one of") {
            self = .unsupportedMethod
        } else if body.contains("macaroon") {
            self = .externalLogin
        } else if body.isEmpty || body.hasPrefix("Forbidden") || body.hasPrefix("Unauthorized") {
            self = .noCredentials
        } else {
            self = .other
        }
    }
}
