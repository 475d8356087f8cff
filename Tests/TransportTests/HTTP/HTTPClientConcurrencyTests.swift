import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientConcurrencyTests {
    @Test func `200 requests at once share eight connections`() async throws {
        let server = try ScriptedServer { connection, request in
            connection.answer(body: request.target)
        }
        let client = HTTPClient(options: ConnectionOptions(connectionsPerHost: 8))
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask { @concurrent in
                    let response = try? await client.send(
                        HTTPRequest(.get, server.url("/\(number)")))
                    return response?.text == "/\(number)"
                }
            }
            for await isRight in group { #expect(isRight) }
        }
        #expect(server.requests.count == 200)
        #expect(server.connectionCount <= 8)
        #expect(server.connectionCount > 1)
    }

    @Test func `waiting for a place does not count against the connection timeout`()
        async throws
    {
        let server = try ScriptedServer { connection, _ in
            Pause.long()
            connection.answer()
        }
        let client = HTTPClient(
            options: ConnectionOptions(connectionsPerHost: 1), retry: .never)
        let limits = TransferLimits(connect: .milliseconds(500))
        let request = HTTPRequest(.get, server.url(), limits: limits)
        async let first = client.send(request)
        async let second = client.send(request)
        let statuses = try await [first.status, second.status]
        #expect(statuses == [200, 200])
        #expect(server.mostOpenConnections == 1)
    }

    @Test func `a slow origin does not hold up another`() async throws {
        let (arrived, release) = (Signal(), Signal())
        let slow = try ScriptedServer { connection, _ in
            arrived.fire()
            release.waitBlocking()
            connection.answer()
        }
        let quick = try ScriptedServer { connection, _ in connection.answer() }
        let client = HTTPClient(options: ConnectionOptions(connectionsPerHost: 1))
        async let held = client.send(HTTPRequest(.get, slow.url()))
        await arrived.wait()
        _ = try await client.send(HTTPRequest(.get, quick.url()))
        release.fire()
        let response = try await held
        #expect(response.status == 200)
    }
}
