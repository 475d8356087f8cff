import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientRetryTests {
    private let clock = TestClock()
    private var client: HTTPClient { HTTPClient(clock: clock) }

    @Test func `repeats after 503 and signs each attempt with a nonce of its own`() async throws {
        let server = try ScriptedServer(inOrder: [
            { connection, _ in connection.answer(503) },
            { connection, _ in connection.answer(503) },
            { connection, _ in connection.answer(body: "at last") },
        ])
        let signer = OAuthSigner(key: try APIKey(parsing: "a:b:c"), method: .hmacSHA1)
        let response = try await client.send(HTTPRequest(.get, server.url(), signer: signer))
        #expect(response.text == "at last")
        let nonces = server.requests.map {
            OAuthHeader.fields($0.header("Authorization") ?? "")["oauth_nonce"]
        }
        #expect(nonces.count == 3)
        #expect(Set(nonces).count == 3)
        #expect(!nonces.contains(nil))
        #expect(clock.sleeps.count == 2)
    }

    @Test func `waits as long as Retry-After asks`() async throws {
        let server = try ScriptedServer(inOrder: [
            { connection, _ in connection.answer(429, headers: ["Retry-After: 7"]) },
            { connection, _ in connection.answer() },
        ])
        let response = try await client.send(HTTPRequest(.get, server.url()))
        #expect(response.status == 200)
        #expect(clock.sleeps == [.seconds(7)])
    }

    @Test func `hands back the answer when Retry-After asks for too much`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(503, headers: ["Retry-After: 3600"])
        }
        let response = try await client.send(HTTPRequest(.get, server.url()))
        #expect(response.status == 503)
        #expect(server.requests.count == 1)
        #expect(clock.sleeps.isEmpty)
    }

    @Test func `gives up after the last attempt with what it got`() async throws {
        let server = try ScriptedServer { connection, _ in connection.reset() }
        let error = await #expect(throws: TransportError.self) {
            try await client.send(HTTPRequest(.get, server.url()))
        }
        #expect(error?.kind == .interrupted)
        #expect(server.requests.count == RetryPolicy().attempts)
    }

    @Test(arguments: [(nil, 1), (false, 1), (true, 2)] as [(Bool?, Int)])
    func `repeats a POST only when told that it may`(mayRepeat: Bool?, times: Int) async throws {
        let server = try ScriptedServer(inOrder: [
            { connection, _ in connection.answer(503) },
            { connection, _ in connection.answer() },
        ])
        let response = try await client.send(
            HTTPRequest(.post, server.url(), mayRepeat: mayRepeat))
        #expect(response.status == (times == 1 ? 503 : 200))
        #expect(server.requests.count == times)
    }

    @Test func `sends a POST once even when a kept connection dies under it`() async throws {
        let server = try ScriptedServer { connection, request in
            if request.method == "POST" { return connection.close() }
            connection.answer()
        }
        let client = self.client
        _ = try await client.send(HTTPRequest(.get, server.url()))
        let error = await #expect(throws: TransportError.self) {
            try await client.send(HTTPRequest(.post, server.url()))
        }
        #expect(error?.kind == .interrupted)
        #expect(server.requests.map(\.method) == ["GET", "POST"])
    }

    @Test(arguments: [400, 401, 404, 500])
    func `does not repeat after other statuses`(status: Int) async throws {
        let server = try ScriptedServer { connection, _ in connection.answer(status) }
        let response = try await client.send(HTTPRequest(.get, server.url()))
        #expect(response.status == status)
        #expect(server.requests.count == 1)
    }
}
