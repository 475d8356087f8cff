import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientFaultTests {
    @Test func `a body that breaks off is interrupted`() async throws {
        let error = try await failure { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")
            connection.close()
        }
        #expect(error.kind == .interrupted)
    }

    @Test func `a chunked body that breaks off is interrupted`() async throws {
        let error = try await failure { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly")
            connection.close()
        }
        #expect(error.kind == .interrupted)
    }

    @Test func `a connection that is reset is interrupted`() async throws {
        let error = try await failure { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")
            connection.reset()
        }
        #expect(error.kind == .interrupted)
    }

    @Test func `an end without any answer is interrupted`() async throws {
        let error = try await failure { connection, _ in connection.close() }
        #expect(error.kind == .interrupted)
    }

    @Test(arguments: ["garbage\r\n\r\n", "HTTP/one 200 OK\r\n\r\n", "\u{0}\u{1}\u{2}\u{3}\u{4}"])
    func `an answer that is not HTTP is malformed`(answer: String) async throws {
        let error = try await failure { connection, _ in
            connection.send(answer)
            connection.close()
        }
        #expect(error.kind == .malformed)
    }

    @Test func `nobody listening is unreachable`() async throws {
        let server = try ScriptedServer { _, _ in }
        server.stop()
        let error = await #expect(throws: TransportError.self) {
            try await HTTPClient(retry: .never).send(HTTPRequest(.get, server.url()))
        }
        #expect(error?.kind == .unreachable)
        #expect(error?.url == server.url())
    }

    @Test func `silence ends at the idle limit`() async throws {
        let error = try await failure(limits: TransferLimits(idle: .seconds(1))) { connection, _ in
            connection.waitForClient()
        }
        #expect(error.kind == .timeout)
        #expect(error.detail.contains("too slow"))
    }

    @Test func `silence ends at the total limit when that is shorter`() async throws {
        let limits = TransferLimits(idle: .seconds(30), total: .milliseconds(200))
        let error = try await failure(limits: limits) { connection, _ in
            connection.waitForClient()
        }
        #expect(error.kind == .timeout)
        #expect(error.detail.contains("timed out"))
    }

    @Test func `a trickle is not idle, but the total limit ends it`() async throws {
        let limits = TransferLimits(idle: .seconds(1), total: .milliseconds(2500))
        let start = ContinuousClock.now
        let error = try await failure(limits: limits) { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while connection.send(".") { Pause.short() }
        }
        #expect(error.kind == .timeout)
        #expect(!error.detail.contains("too slow"))
        #expect(ContinuousClock.now - start >= .milliseconds(2400))
    }

    @Test func `a body longer than announced to be accepted is cut off`() async throws {
        let error = try await failure(limits: TransferLimits(bodyBytes: 1000)) { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\n\r\n")
            while connection.send([UInt8](repeating: 1, count: 10_000)) {}
        }
        #expect(error.kind == .tooLarge)
        #expect(error.detail == "more than 1000 bytes")
    }

    @Test func `a body that announces too much gives nothing to the sink`() async throws {
        let sink = RecordingSink()
        let limits = TransferLimits(bodyBytes: 1000)
        let error = try await failure(limits: limits, sink: sink) { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\na")
            connection.waitForClient()
        }
        #expect(error.kind == .tooLarge)
        #expect(sink.seen.bytes.isEmpty)
    }

    @Test func `headers without end are malformed`() async throws {
        let error = try await failure { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\n")
            let line = "X-Filler: " + String(repeating: "x", count: 8000) + "\r\n"
            while connection.send(line) {}
        }
        #expect(error.kind == .malformed)
    }

    private func failure(
        limits: TransferLimits = TransferLimits(), sink: (any BodySink)? = nil,
        script: @escaping ScriptedServer.Script
    ) async throws -> TransportError {
        let server = try ScriptedServer(script)
        let request = HTTPRequest(.get, server.url(), limits: limits)
        let error = await #expect(throws: TransportError.self) {
            try await HTTPClient(retry: .never).send(request, sink: sink)
        }
        return try #require(error)
    }
}
