import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientRedirectTests {
    private let client = HTTPClient(retry: .never)

    @Test func `follows when allowed and tells where it arrived`() async throws {
        let server = try Self.redirecting(to: "/there?x=1")
        let response = try await client.send(
            HTTPRequest(.get, server.url("/here"), redirects: .follow(1)))
        #expect(response.text == "arrived")
        #expect(response.url == server.url("/there?x=1"))
        #expect(response.headers.value(of: "Location") == nil)
    }

    @Test func `hands the redirect back by default`() async throws {
        let server = try Self.redirecting(to: "/there")
        let response = try await client.send(HTTPRequest(.get, server.url("/here")))
        #expect(response.status == 302)
        #expect(response.headers.value(of: "Location") == "/there")
        #expect(server.requests.count == 1)
    }

    @Test func `never follows with a signature`() async throws {
        let server = try Self.redirecting(to: "/there")
        let signer = OAuthSigner(key: try APIKey(parsing: "a:b:c"), method: .plaintext)
        let response = try await client.send(
            HTTPRequest(.get, server.url("/here"), signer: signer, redirects: .follow(5)))
        #expect(response.status == 302)
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete])
    func `never follows with another method than GET`(method: HTTPRequest.Method) async throws {
        let server = try Self.redirecting(to: "/there")
        let response = try await client.send(
            HTTPRequest(method, server.url("/here"), redirects: .follow(5)))
        #expect(response.status == 302)
        #expect(server.requests.count == 1)
    }

    @Test(arguments: ["ftp://127.0.0.1/x", "file:///etc/passwd"])
    func `leads to no other protocol`(location: String) async throws {
        let server = try Self.redirecting(to: location)
        let error = await #expect(throws: TransportError.self) {
            try await client.send(
                HTTPRequest(.get, server.url("/here"), redirects: .follow(5)))
        }
        #expect(error?.kind == .redirects)
    }

    @Test func `ends a circle`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(302, headers: ["Location: /here"])
        }
        let error = await #expect(throws: TransportError.self) {
            try await client.send(HTTPRequest(.get, server.url(), redirects: .follow(3)))
        }
        #expect(error?.kind == .redirects)
        #expect(server.requests.count == 4)
    }

    @Test func `takes no key of the caller's to another host`() async throws {
        let other = try ScriptedServer { connection, _ in connection.answer(body: "arrived") }
        let server = try Self.redirecting(to: "http://localhost:\(other.port)/")
        let response = try await client.send(
            HTTPRequest(
                .get, server.url("/here"), headers: [HTTPHeader("Authorization", "hush")],
                redirects: .follow(1)))
        #expect(response.text == "arrived")
        #expect(server.requests.first?.header("Authorization") == "hush")
        #expect(other.requests.first?.header("Authorization") == nil)
    }

    private static func redirecting(to location: String) throws -> ScriptedServer {
        try ScriptedServer { connection, request in
            guard request.target == "/here" else { return connection.answer(body: "arrived") }
            connection.answer(302, headers: ["Location: \(location)"])
        }
    }
}
