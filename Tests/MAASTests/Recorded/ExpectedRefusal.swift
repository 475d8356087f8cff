import Foundation
import MAAS
import TestSupport
import Transport

/// What each kind of recorded refusal means. Written from the recordings, by what a person would
/// say about them.
struct ExpectedRefusal: Sendable {
    let status: Int
    let type: String
    /// How the body starts; texts that differ between exchanges end where they do.
    let opening: String
    let meaning: @Sendable (HTTPResponse) -> RegionError.Reason

    private init(
        _ status: Int, _ type: String, _ opening: String,
        _ meaning: @escaping @Sendable (HTTPResponse) -> RegionError.Reason
    ) {
        self.status = status
        self.type = type
        self.opening = opening
        self.meaning = meaning
    }

    func fits(_ response: HTTPResponse) -> Bool {
        status == response.status && type == response.mediaType
            && response.text.hasPrefix(opening)
    }

    /// More particular rows first.
    static let table: [ExpectedRefusal] = [
        .init(301, "text/html", "<html>") { .moved(to: $0.headers.value(of: "Location")) },
        .init(302, "text/html", "") { .moved(to: $0.headers.value(of: "Location")) },
        .init(400, "application/json", "{") { .invalid(messages($0)) },
        .init(400, "text/plain", "") { .refused(text: $0.text) },
        problem("Authorization Error: Invalid API key.", .unknownKey),
        problem("Authorization Error: 'Invalid access token: ", .unknownToken),
        problem("Authorization Error: 'Invalid signature. Expected", .wrongSignature),
        problem("Authorization Error: 'Nonce already used: ", .nonceReused),
        problem("Authorization Error: 'Signature method HMAC-SHA256 not", .unsupportedMethod),
        problem("Authorization Error: 'OAuth version 1.0\"; ", .other),
        problem("Authorization Error: 'Parameter not found: oauth_consumer_key'", .other),
        .init(401, "text/html", "Authorization Error: 'Expired timestamp: given ") { response in
            let numbers = response.text.split { !$0.isNumber }.compactMap { Int64($0) }
            return .unauthenticated(
                .expiredTimestamp(given: numbers[0], regionNow: numbers[1]))
        },
        .init(401, "text/plain", "Forbidden") { _ in .unauthenticated(.noCredentials) },
        .init(403, "text/plain", "") { .forbidden(text: $0.text) },
        .init(403, "text/html", "") { _ in .forbidden(text: "") },
        .init(404, "text/plain", "No ") { .notFound(text: $0.text) },
        .init(404, "text/plain", "Unknown API endpoint: ") { _ in .notMAAS(status: 404) },
        .init(404, "text/html", "Not found") { _ in .notMAAS(status: 404) },
        .init(405, "text/html", "") { _ in .notMAAS(status: 405) },
        .init(409, "text/html", "<!DOCTYPE html") { _ in .conflict },
        .init(410, "text/plain", "The 1.0 API") { _ in .notMAAS(status: 410) },
        .init(413, "text/html", "<html>") { _ in
            .refused(text: "the request is larger than the region accepts")
        },
        .init(500, "text/plain", "") {
            .failed(status: 500, text: $0.text.trimmingCharacters(in: .newlines))
        },
        .init(502, "text/html", "<html>") { _ in .busy(status: 502) },
    ]

    private static func problem(
        _ opening: String, _ problem: AuthenticationProblem
    ) -> ExpectedRefusal {
        .init(401, "text/html", opening) { _ in .unauthenticated(problem) }
    }

    /// The messages by field, read without the client's types; the client keeps 500 characters.
    private static func messages(_ response: HTTPResponse) -> [RegionError.FieldMessage] {
        let object = try? JSONSerialization.jsonObject(with: response.body)
        let fields = object as? [String: [String]] ?? [:]
        return fields.keys.sorted().flatMap { field in
            (fields[field] ?? []).map { message in
                let kept = message.replacing("  ", with: " ")
                return RegionError.FieldMessage(
                    field: field == "__all__" ? nil : field,
                    message: kept.count > 500 ? kept.prefix(500) + "…" : kept)
            }
        }
    }
}
