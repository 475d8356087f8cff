import Foundation
import Synchronization
import TestSupport
import Transport

@testable import MAAS

/// Stands in for the region of one recorded exchange: answers what was recorded and remembers what
/// the client asked.
final class RecordedRegion: HTTPExchange {
    /// Fits where recordings have `<admin-secret>`: an answer that tells a secret tells this one.
    static let secret = "Zq8vXw2LkTm5RbNc7PdYh3GfJs9AeU4x"

    private let exchange: RecordedExchange
    private let asked = Mutex<[String]>([])

    init(_ exchange: RecordedExchange) { self.exchange = exchange }

    /// The requests that came: verb, path and operation.
    var requests: [String] { asked.withLock { $0 } }

    /// What the recorded request would be in `requests`.
    var recordedRequest: String {
        Self.line(
            exchange.request.method, exchange.request.path, exchange.request.query)
    }

    var client: RegionClient {
        RegionClient(
            url: ScriptedExchange.region,
            signer: OAuthSigner(
                key: APIKey(consumerKey: "consumer", tokenKey: "token", tokenSecret: Self.secret),
                method: .plaintext),
            exchange: self)
    }

    func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        let path = request.url.replacing("http://region.test:5240", with: "")
        let line = Self.line(request.method.rawValue, path, request.query)
        asked.withLock { $0.append(line) }
        return exchange.response.telling(Self.secret)
    }

    private static func line(_ method: String, _ path: String, _ query: [FormField]) -> String {
        let significant = query.filter { ["op", "name"].contains($0.name) }
        return "\(method) \(path)?\(FormEncoding.encode(significant))"
    }
}

extension HTTPResponse {
    /// The same with a secret put where the recordings had one taken out.
    func telling(_ secret: String) -> HTTPResponse {
        let text = String(decoding: body, as: UTF8.self)
        guard text.contains("<admin-secret>") else { return self }
        return HTTPResponse(
            status: status, headers: headers,
            body: Data(text.replacing("<admin-secret>", with: secret).utf8), url: url)
    }
}
