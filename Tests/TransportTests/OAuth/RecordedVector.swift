import Foundation
import Testing
import Transport

/// One signed exchange with a real region, and the key it was signed with.
struct RecordedVector: CustomTestStringConvertible {
    let region: String
    let name: String
    let key: APIKey
    let request: HTTPRequest
    /// The body fields that went into the recorded signature.
    let signedBodyFields: [FormField]
    let authorization: [String: String]
    let status: Int

    var testDescription: String { "\(region): \(name)" }
    var accepted: Bool { status != 401 }

    static let regions = ["3.3.9", "3.5.13", "3.7.3", "3.8a1"]

    static func all() throws -> [RecordedVector] {
        try regions.flatMap { region in
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../Fixtures/\(region)-hmac-vectors.json")
            let recording = try JSONDecoder().decode(
                Recording.self, from: Data(contentsOf: file.standardized))
            return try recording.exchanges.map { exchange in
                try RecordedVector(region, key: APIKey(parsing: recording.api_key), exchange)
            }
        }
    }

    private init(_ region: String, key: APIKey, _ exchange: Recording.Exchange) throws {
        self.region = region
        self.key = key
        name = exchange.name
        status = exchange.response.status
        signedBodyFields = (exchange.signed_body_fields ?? []).map { FormField($0[0], $0[1]) }
        authorization = OAuthHeader.fields(exchange.request.headers["Authorization"] ?? "")
        let components = URLComponents(string: exchange.request.url)!
        request = HTTPRequest(
            HTTPRequest.Method(rawValue: exchange.request.method)!,
            String(exchange.request.url.prefix { $0 != "?" }),
            query: (components.queryItems ?? []).map { FormField($0.name, $0.value ?? "") },
            body: exchange.request.sentBody)
    }
}

private struct Recording: Decodable {
    let api_key: String
    let exchanges: [Exchange]

    struct Exchange: Decodable {
        let name: String
        let signed_body_fields: [[String]]?
        let request: Request
        let response: Response
    }

    struct Response: Decodable { let status: Int }

    struct Request: Decodable {
        let method: String
        let url: String
        let headers: [String: String]
        let body: Body?

        /// The body as our own types would express it; JSON carries no fields to sign.
        var sentBody: RequestBody? {
            let type = headers["Content-Type"] ?? ""
            guard let text = body?.text, !type.contains("json") else { return nil }
            if type.hasPrefix("multipart/") { return .multipart(multipart(text)) }
            var components = URLComponents()
            components.percentEncodedQuery = text.replacing("+", with: "%20")
            return .form(
                (components.queryItems ?? []).map { FormField($0.name, $0.value ?? "") })
        }

        private func multipart(_ text: String) -> MultipartForm {
            let fields = text.matches(of: /name="([^"]+)"\r\n\r\n(.*?)\r\n--/).map {
                FormField(String($0.1), String($0.2))
            }
            return MultipartForm(
                fields: fields, files: [.init(name: "f", filename: "f", content: [])])
        }
    }

    /// Text as it is, or base64 where the body held bytes that are no text.
    enum Body: Decodable {
        case plain(String)
        case encoded(Data)

        private enum Keys: CodingKey { case base64 }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self = .plain(text)
            } else {
                let container = try decoder.container(keyedBy: Keys.self)
                self = .encoded(try container.decode(Data.self, forKey: .base64))
            }
        }

        var text: String {
            switch self {
            case .plain(let text): text
            case .encoded(let bytes): String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}

/// Reads an Authorization header back into its fields.
enum OAuthHeader {
    static func fields(_ header: String) -> [String: String] {
        var fields: [String: String] = [:]
        for match in header.matches(of: /(oauth_[a-z_]+)="([^"]*)"/) {
            fields[String(match.1)] = String(match.2).removingPercentEncoding
        }
        return fields
    }
}
