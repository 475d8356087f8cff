import FoundationEssentials
import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientTests {
    private let client = HTTPClient(retry: .never)

    @Test func `headers, query and body arrive as they were given`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer() }
        let request = HTTPRequest(
            .post, server.url("/a/../b"), query: [FormField("op", "x y"), FormField("n", "ü")],
            headers: [HTTPHeader("X-One", "1"), HTTPHeader("X-Empty", "")],
            body: .form([FormField("a", "1&2")]))
        _ = try await client.send(request)
        let received = try #require(server.requests.first)
        #expect(received.method == "POST")
        #expect(received.target == "/a/../b?op=x%20y&n=%C3%BC")
        #expect(received.header("X-One") == "1")
        #expect(received.header("X-Empty") == "")
        #expect(received.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(received.header("User-Agent") == "maas-boot")
        #expect(received.header("Accept-Encoding") == nil)
        #expect(received.header("Expect") == nil)
        #expect(received.text == "a=1%262")
    }

    @Test func `a multipart body arrives byte for byte`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer() }
        let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        let form = MultipartForm(
            fields: [], files: [.init(name: "f", filename: "f", content: content)], boundary: "BB")
        _ = try await client.send(HTTPRequest(.put, server.url(), body: .multipart(form)))
        let received = try #require(server.requests.first)
        #expect(received.method == "PUT")
        #expect(received.body.dropLast("\r\n--BB--\r\n".utf8.count).suffix(100_000) == content[...])
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, nil), (.delete, nil), (.post, "0"), (.put, "0"),
    ])
    func `sends a length where the method has a body`(
        method: HTTPRequest.Method, length: String?
    ) async throws {
        let server = try ScriptedServer { connection, _ in connection.answer() }
        _ = try await client.send(HTTPRequest(method, server.url()))
        let received = try #require(server.requests.first)
        #expect(received.method == method.rawValue)
        #expect(received.header("Content-Length") == length)
    }

    @Test func `hands back any status with its headers and body`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.send("HTTP/1.1 100 Continue\r\nEarly: 1\r\n\r\n")
            connection.answer(418, headers: ["X-A:  b  "], body: "short and stout")
        }
        let response = try await client.send(HTTPRequest(.get, server.url("/pot")))
        #expect(response.status == 418)
        #expect(response.headers.value(of: "x-a") == "b")
        #expect(response.headers.value(of: "Early") == nil)
        #expect(response.text == "short and stout")
        #expect(response.url == server.url("/pot"))
    }

    @Test func `reads a chunked body and leaves its trailers out`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n2\r\nde\r\n0\r\nX-Late: 1\r\n\r\n")
        }
        let response = try await client.send(HTTPRequest(.get, server.url()))
        #expect(response.text == "abcde")
        #expect(response.headers.value(of: "X-Late") == nil)
    }

    @Test func `tells what an attempt took`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer(body: "12345") }
        let first = try await client.send(HTTPRequest(.get, server.url())).statistics
        let second = try await client.send(HTTPRequest(.get, server.url())).statistics
        #expect(first.bodyBytes == 5)
        #expect(first.newConnections == 1)
        #expect(second.newConnections == 0)
        #expect(first.total >= first.firstByte)
        #expect(first.firstByte > .zero)
        #expect(!first.isMultiplexed)
    }

    @Test func `sends nothing of a request that could be misread`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer() }
        let request = HTTPRequest(
            .get, server.url(), headers: [HTTPHeader("X", "a\r\nInjected: b")])
        let error = await #expect(throws: TransportError.self) { try await client.send(request) }
        #expect(error?.kind == .invalidRequest)
        #expect(server.connectionCount == 0)
    }
}
