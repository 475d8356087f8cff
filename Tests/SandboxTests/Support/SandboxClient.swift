import FlyingFox
import FlyingSocks
import Foundation
import Sandbox

/// Sends requests to a sandbox over a connection of their own each.
struct SandboxClient {
    let port: UInt16

    init(_ sandbox: RunningSandbox) throws {
        guard let port = URLComponents(string: sandbox.url)?.port else {
            throw CocoaError(.formatting)
        }
        self.port = UInt16(port)
    }

    struct Answer {
        var status: Int
        var headers: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        var json: Sandbox.JSONValue? { Sandbox.JSONValue(parsing: body) }
    }

    /// Sends a request as it is; `target` is a path with its query, percent-encoded.
    func send(
        _ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = []
    ) async throws -> Answer {
        var all = HTTPHeaders()
        all[.host] = "127.0.0.1:\(port)"
        all[.connection] = "close"
        for (name, value) in headers { all[HTTPHeader(name)] = value }
        let request = Self.request(method, target, all, body)
        let response = try await answer(to: request)
        var answered: [String: String] = [:]
        for (header, value) in response.headers { answered[header.rawValue.lowercased()] = value }
        return Answer(
            status: response.statusCode.code, headers: answered,
            body: Array(try await response.bodyData))
    }

    /// Tries again where connecting took longer than FlyingFox's five seconds, as it can on a loaded
    /// machine: nothing was sent then.
    private func answer(to request: HTTPRequest) async throws -> HTTPResponse {
        var client = HTTPClient()
        for _ in 0..<12 {
            do {
                return try await client.sendHTTPRequest(
                    request, to: .inet(ip4: "127.0.0.1", port: port))
            } catch SocketError.timeout {
                continue
            }
        }
        return try await client.sendHTTPRequest(request, to: .inet(ip4: "127.0.0.1", port: port))
    }

    private static func request(
        _ method: String, _ target: String, _ headers: HTTPHeaders, _ body: [UInt8]
    ) -> HTTPRequest {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        var components = URLComponents()
        components.percentEncodedQuery = parts.count > 1 ? parts[1] : nil
        let query = (components.queryItems ?? []).map {
            HTTPRequest.QueryItem(name: $0.name, value: $0.value ?? "")
        }
        return HTTPRequest(
            method: HTTPMethod(method), version: .http11, path: parts[0], query: query,
            headers: headers, body: HTTPBodySequence(data: Data(body)))
    }
}

/// OAuth headers made here, apart from the code under test.
enum OAuthHeader {
    /// A PLAINTEXT header for a key, with a new nonce.
    static func plaintext(
        _ key: String, timestamp: Int = Int(Date().timeIntervalSince1970),
        nonce: String = UUID().uuidString
    ) -> String {
        let parts = key.split(separator: ":", omittingEmptySubsequences: false)
        return "OAuth oauth_version=\"1.0\", oauth_signature_method=\"PLAINTEXT\", "
            + "oauth_consumer_key=\"\(parts[0])\", oauth_token=\"\(parts[1])\", "
            + "oauth_signature=\"%26\(parts[2])\", oauth_timestamp=\"\(timestamp)\", "
            + "oauth_nonce=\"\(nonce)\""
    }
}
