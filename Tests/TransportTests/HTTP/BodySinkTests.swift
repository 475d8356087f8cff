import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct BodySinkTests {
    private let client = HTTPClient(retry: .never)

    @Test func `gets the body, which the response then lacks`() async throws {
        let body = String(repeating: "0123456789", count: 100_000)
        let server = try ScriptedServer { connection, _ in
            connection.answer(headers: ["ETag: x"], body: body)
        }
        let sink = RecordingSink()
        let response = try await client.send(HTTPRequest(.get, server.url()), sink: sink)
        #expect(sink.seen.begins == [200])
        #expect(sink.seen.lastHeaders.value(of: "etag") == "x")
        #expect(sink.seen.bytes == Array(body.utf8))
        #expect(response.body.isEmpty)
        #expect(response.statistics.bodyBytes == body.utf8.count)
    }

    @Test(arguments: [200, 204, 304, 404])
    func `hears of an answer without a body`(status: Int) async throws {
        let server = try ScriptedServer { connection, _ in
            let length = status == 204 || status == 304 ? "" : "Content-Length: 0\r\n"
            connection.send("HTTP/1.1 \(status) X\r\n\(length)\r\n")
        }
        let sink = RecordingSink()
        let response = try await client.send(HTTPRequest(.get, server.url()), sink: sink)
        #expect(response.status == status)
        #expect(sink.seen.begins == [status])
    }

    @Test(arguments: ["", "body"])
    func `can refuse an answer before any byte`(body: String) async throws {
        let server = try ScriptedServer { connection, _ in connection.answer(body: body) }
        let sink = RecordingSink { _ in .refuse }
        let error = await #expect(throws: TransportError.self) {
            try await client.send(HTTPRequest(.get, server.url()), sink: sink)
        }
        #expect(error?.kind == .refusedByReceiver)
        #expect(sink.seen.bytes.isEmpty)
    }

    @Test func `can refuse more, which ends the transfer at once`() async throws {
        let closed = Signal()
        let server = try ScriptedServer { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
            while connection.send([UInt8](repeating: 1, count: 10_000)) {}
            closed.fire()
        }
        let error = await #expect(throws: TransportError.self) {
            try await client.send(
                HTTPRequest(.get, server.url(), limits: TransferLimits(bodyBytes: .max)),
                sink: RecordingSink(refuseAfter: 50_000))
        }
        #expect(error?.kind == .refusedByReceiver)
        await closed.wait()
    }

    @Test func `leaves an error page to the response, even one longer than the file`() async throws
    {
        let page = String(repeating: "not here ", count: 1000)
        let server = try ScriptedServer { connection, _ in connection.answer(404, body: page) }
        let sink = RecordingSink()
        let response = try await client.send(
            HTTPRequest(.get, server.url(), limits: TransferLimits(bodyBytes: 10)), sink: sink)
        #expect(response.text == page)
        #expect(sink.seen.bytes.isEmpty)
    }

    @Test func `starts anew with each attempt`() async throws {
        let server = try ScriptedServer(inOrder: [
            { connection, _ in
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it")
                connection.close()
            },
            { connection, _ in connection.answer(503, body: "later") },
            { connection, _ in connection.answer(body: "all of it") },
        ])
        let sink = RecordingSink()
        let response = try await HTTPClient(clock: TestClock()).send(
            HTTPRequest(.get, server.url()), sink: sink)
        #expect(response.status == 200)
        #expect(sink.seen.begins == [200, 503, 200])
        #expect(sink.seen.bytes == Array("all of it".utf8))
    }

    @Test func `hears nothing of redirects on the way`() async throws {
        let server = try ScriptedServer(inOrder: [
            { connection, _ in
                connection.answer(302, headers: ["Location: /there"], body: "moved")
            },
            { connection, _ in connection.answer(body: "here") },
        ])
        let sink = RecordingSink()
        _ = try await client.send(
            HTTPRequest(.get, server.url(), redirects: .follow(3)), sink: sink)
        #expect(sink.seen.begins == [200])
        #expect(sink.seen.bytes == Array("here".utf8))
    }
}
