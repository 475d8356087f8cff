import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientRateTests {
    private static let piece = [UInt8](repeating: 7, count: 250_000)

    @Test func `the ceiling holds for all transfers together`() async throws {
        let server = try Self.server()
        let client = HTTPClient(options: ConnectionOptions(bytesPerSecond: 4_000_000))
        let sinks = (0..<4).map { _ in RecordingSink() }
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for sink in sinks {
                group.addTask {
                    _ = try await client.send(HTTPRequest(.get, server.url()), sink: sink)
                }
            }
            try await group.waitForAll()
        }
        let took = ContinuousClock.now - start
        #expect(sinks.allSatisfy { $0.seen.bytes == Self.piece })
        // A million bytes, of which the bucket holds a fifth at first. A busy machine lets each wait
        // take longer, and every one of them fills the bucket at most.
        #expect(took > .milliseconds(180))
        #expect(took < .seconds(15))
    }

    @Test func `a pause is not silence`() async throws {
        let server = try Self.server()
        let client = HTTPClient(
            options: ConnectionOptions(bytesPerSecond: 5_000), retry: .never)
        let error = await #expect(throws: TransportError.self) {
            try await client.send(
                HTTPRequest(
                    .get, server.url(),
                    limits: TransferLimits(idle: .seconds(1), total: .seconds(5))))
        }
        #expect(error?.detail.contains("too slow") == false)
    }

    @Test func `a refusal while paused ends the transfer`() async throws {
        let server = try Self.server()
        let client = HTTPClient(
            options: ConnectionOptions(bytesPerSecond: 500_000), retry: .never)
        let error = await #expect(throws: TransportError.self) {
            try await client.send(
                HTTPRequest(.get, server.url()), sink: RecordingSink(refuseAfter: 100_000))
        }
        #expect(error?.kind == .refusedByReceiver)
    }

    private static func server() throws -> ScriptedServer {
        try ScriptedServer { connection, _ in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(piece.count)\r\n\r\n")
            connection.send(piece)
        }
    }
}
