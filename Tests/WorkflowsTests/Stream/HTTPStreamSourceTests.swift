import Foundation
import SimpleStreams
import Synchronization
import TestSupport
import Testing
import Transport
import Workflows

@Suite struct HTTPStreamSourceTests {
    /// Takes bytes and remembers how it was called.
    private final class Taker: ItemReceiver {
        private let state = Mutex((bytes: [UInt8](), begins: [String?]()))
        private let limit: Int

        init(stoppingAfter limit: Int = .max) { self.limit = limit }

        var bytes: [UInt8] { state.withLock { $0.bytes } }
        var begins: [String?] { state.withLock { $0.begins } }

        func begin(entityTag: String?) -> Bool {
            state.withLock { $0.begins.append(entityTag) }
            return true
        }

        func receive(_ bytes: borrowing RawSpan) -> Bool {
            bytes.withUnsafeBytes { buffer in
                state.withLock { state in
                    state.bytes += buffer
                    return state.bytes.count < limit
                }
            }
        }
    }

    private func source(
        _ server: ScriptedServer, repeats: Bool = false, idle: Duration = .seconds(2)
    ) throws -> HTTPStreamSource {
        HTTPStreamSource(
            address: try StreamAddress(server.url("/base/")),
            exchange: HTTPClient(
                retry: Transport.RetryPolicy(attempts: repeats ? 3 : 1), clock: TestClock()),
            limits: TransferLimits(idle: idle), repeatsDocuments: repeats)
    }

    /// Fetches ten bytes from an offset; the error's kind where there is one.
    private func fetch(
        from offset: Int64 = 0, tag: String? = nil, into taker: Taker = Taker(),
        _ script: @escaping ScriptedServer.Script
    ) async throws -> (kind: SourceError.Kind?, request: ReceivedRequest?) {
        let server = try ScriptedServer(script)
        defer { server.stop() }
        do {
            try await source(server).fetch(
                ItemRequest(
                    path: try RelativePath("a/file"), offset: offset, size: 10, entityTag: tag),
                into: taker)
            return (nil, server.requests.first)
        } catch let error as SourceError {
            return (error.kind, server.requests.first)
        }
    }

    @Test func `hands on the bytes and the strong tag of a whole file`() async throws {
        let taker = Taker()
        let (kind, request) = try await fetch(into: taker) { connection, _ in
            connection.answer(headers: ["ETag: \"x\""], body: "0123456789")
        }
        #expect(kind == nil)
        #expect(taker.bytes == Array("0123456789".utf8))
        #expect(taker.begins == ["\"x\""])
        #expect(request?.target == "/base/a/file")
        #expect(request?.header("Range") == nil && request?.header("If-Range") == nil)
    }

    @Test func `passes a weak tag over`() async throws {
        let taker = Taker()
        _ = try await fetch(into: taker) { connection, _ in
            connection.answer(headers: ["ETag: W/\"x\""], body: "0123456789")
        }
        #expect(taker.begins == [nil])
    }

    @Test func `asks for the rest while the file is the same`() async throws {
        let taker = Taker()
        let (kind, request) = try await fetch(from: 4, tag: "\"x\"", into: taker) { connection, _ in
            connection.answer(206, headers: ["Content-Range: bytes 4-9/10"], body: "456789")
        }
        #expect(kind == nil)
        #expect(taker.bytes == Array("456789".utf8))
        #expect(request?.header("Range") == "bytes=4-")
        #expect(request?.header("If-Range") == "\"x\"")
    }

    @Test(arguments: [
        (200, ["ETag: \"y\""]), (206, ["Content-Range: bytes 5-9/10"]),
        (206, ["Content-Range: bytes 4-9/11"]), (206, []), (206, ["Content-Range: nonsense"]),
        (206, ["Content-Range: bytes 99999999999999999999-9/10"]), (416, []),
    ])
    func `a part that is not the one asked for is handed on to nobody`(
        status: Int, headers: [String]
    ) async throws {
        let taker = Taker()
        let (kind, _) = try await fetch(from: 4, into: taker) { connection, _ in
            connection.answer(status, headers: headers, body: "456789")
        }
        #expect(kind == .rangeIgnored)
        #expect(taker.bytes.isEmpty && taker.begins.isEmpty)
    }

    @Test(arguments: [
        (404, SourceError.Kind.notFound), (410, .notFound), (403, .refused), (401, .refused),
        (500, .temporary(retryAfter: nil)), (503, .temporary(retryAfter: nil)),
        (429, .temporary(retryAfter: nil)), (408, .temporary(retryAfter: nil)),
        (206, .rangeIgnored), (204, .refused), (304, .refused),
    ])
    func `an error page is never content`(status: Int, expected: SourceError.Kind) async throws {
        let taker = Taker()
        let (kind, _) = try await fetch(into: taker) { connection, _ in
            connection.answer(status, body: status == 204 || status == 304 ? "" : "0123456789")
        }
        #expect(kind == expected)
        #expect(taker.bytes.isEmpty)
    }

    @Test(arguments: [("7", Duration.seconds(7)), ("0", .zero), ("soon", nil), ("-3", nil)])
    func `passes on how long upstream wants to be left alone`(
        text: String, wait: Duration?
    ) async throws {
        let (kind, _) = try await fetch { connection, _ in
            connection.answer(503, headers: ["Retry-After: \(text)"])
        }
        #expect(kind == .temporary(retryAfter: wait))
    }

    @Test func `a body that announces more is refused before a byte`() async throws {
        let taker = Taker()
        let (kind, _) = try await fetch(into: taker) { connection, _ in
            connection.answer(body: "0123456789-")
        }
        #expect(kind == .tooLong)
        #expect(taker.bytes.isEmpty)
    }

    @Test func `a body that breaks off is an interruption`() async throws {
        let taker = Taker()
        let (kind, _) = try await fetch(into: taker) { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123")
            connection.close()
        }
        #expect(kind == .interrupted)
        #expect(taker.bytes == Array("0123".utf8))
    }

    @Test func `stops when the receiver wants no more`() async throws {
        let (kind, _) = try await fetch(into: Taker(stoppingAfter: 3)) { connection, _ in
            connection.answer(body: "0123456789")
        }
        #expect(kind == .stopped)
    }

    @Test func `ends at once when its task is cancelled`() async throws {
        let asked = Signal()
        let server = try ScriptedServer { connection, _ in
            asked.fire()
            connection.waitForClient()
        }
        defer { server.stop() }
        // Else the idle limit may be what ends it.
        let source = try source(server, idle: .seconds(60))
        let request = ItemRequest(path: try RelativePath("a"), size: 10)
        let task = Task { () async -> SourceError.Kind? in
            do throws(SourceError) {
                try await source.fetch(request, into: Taker())
                return nil
            } catch {
                return error.kind
            }
        }
        await asked.wait()
        task.cancel()
        #expect(await task.value == .cancelled)
    }

    @Test func `repeats documents where that was asked for, items never`() async throws {
        let count = Mutex(0)
        let server = try ScriptedServer { connection, _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            connection.answer(number % 2 == 1 ? 503 : 200, body: "text")
        }
        defer { server.stop() }
        let path = try RelativePath("document")
        #expect(try await source(server, repeats: true).document(at: path, limit: 10).count == 4)
        #expect(server.requests.count == 2)
        await #expect(throws: SourceError.self) {
            _ = try await source(server).document(at: path, limit: 10)
        }
        #expect(server.requests.count == 3)
    }

    @Test func `a document longer than allowed is not kept`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer(body: "0123456789") }
        defer { server.stop() }
        do {
            _ = try await source(server).document(at: try RelativePath("document"), limit: 9)
            Issue.record("it was read")
        } catch {
            #expect((error as? SourceError)?.kind == .tooLong)
        }
    }

    @Test func `names itself without user name and password`() throws {
        let address = try StreamAddress("http://user:secret@mirror.invalid/x/")
        let source = HTTPStreamSource(address: address, exchange: HTTPClient())
        #expect(!source.name.contains("secret"))
    }
}
