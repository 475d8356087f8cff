import Foundation
import TestSupport
import Testing

@testable import MirrorServer

/// Clients that are slow, many, or there when the server ends.
@Suite struct ConnectionTests {
    /// More than sockets buffer.
    private static let large = 12 << 20

    private func makeLarge(_ room: ServedRoom, _ name: String, _ byte: UInt8) throws {
        try Data(repeating: byte, count: Self.large).write(to: URL(filePath: room.path(name)))
    }

    @Test func `one who does not read keeps nobody waiting`() async throws {
        try await ServedRoom.with { room in
            try makeLarge(room, "large", 1)
            var slow: [RawClient] = []
            for number in 0..<40 {
                let client = try RawClient(port: room.port)
                client.send(
                    number % 2 == 0 ? "GET /large HTTP/1.1\r\nHost: m\r\n\r\n" : "GET /large HT")
                if number % 2 == 0 { #expect(await client.readHead().contains("200 OK")) }
                slow.append(client)
            }
            let answer = try await RawClient.get("/streams/v1/index.json", port: room.port)
            #expect(answer.hasSuffix("{}"))
            #expect(slow.count == 40)
        }
    }

    @Test func `a file that is replaced while it is served comes as it was`() async throws {
        try await ServedRoom.with { room in
            try makeLarge(room, "large", 1)
            try makeLarge(room, "new", 2)
            let client = try RawClient(port: room.port)
            client.send("GET /large HTTP/1.1\r\nHost: m\r\nConnection: close\r\n\r\n")
            let head = await client.readHead()
            #expect(rename(room.path("new"), room.path("large")) == 0)
            let bytes = await client.read(.max)
            #expect(bytes.count == Self.large && bytes.allSatisfy { $0 == 1 })
            let after = try RawClient(port: room.port)
            after.send("HEAD /large HTTP/1.1\r\nHost: m\r\nConnection: close\r\n\r\n")
            let tag = head.split(separator: "\r\n").first { $0.hasPrefix("ETag") }
            #expect(await !after.readHead().contains(tag ?? "ETag"))
        }
    }

    @Test func `a file that becomes shorter ends the connection, not the promise`() async throws {
        try await ServedRoom.with { room in
            try makeLarge(room, "large", 1)
            let client = try RawClient(port: room.port)
            client.send("GET /large HTTP/1.1\r\nHost: m\r\n\r\n")
            _ = await client.readHead()
            #expect(truncate(room.path("large"), 1000) == 0)
            let count = await client.read(.max).count
            #expect(count < Self.large)
        }
    }

    @Test func `further connections are told to come again`() async throws {
        try await ServedRoom.with({ $0.connections = 2 }) { room in
            let first = try RawClient(port: room.port)
            first.send("GET / HTTP/1.1\r\nHost: m\r\n\r\n")
            #expect(await first.readHead().contains("200 OK"))
            let second = try RawClient(port: room.port)
            second.send("GET / HTTP/1.1\r\nHost: m\r\n\r\n")
            #expect(await second.readHead().contains("200 OK"))
            let third = try RawClient(port: room.port)
            third.send("GET / HTTP/1.1\r\nHost: m\r\n\r\n")
            let answer = await third.readAll()
            #expect(answer.contains("503 ") && answer.contains("Retry-After: 5\r\n"))
            #expect(answer.hasSuffix("\r\n\r\n503 Service Unavailable\n"), "\(answer)")
        }
    }

    @Test func `who stands still is given up`() async throws {
        try await ServedRoom.with({ $0.standstill = 1 }) { room in
            try makeLarge(room, "large", 1)
            let client = try RawClient(port: room.port)
            client.send("GET /large HTTP/1.1\r\nHost: m\r\n\r\n")
            _ = await client.readHead()
            while room.answered.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            #expect(room.answered.first?.isWhole == false)
        }
    }

    @Test func `the end waits for no idle connection, and for answers a while`() async throws {
        try await ServedRoom.with({ $0.grace = 5000 }) { room in
            try makeLarge(room, "large", 1)
            let idle = try RawClient(port: room.port)
            idle.send("GET / HTTP/1.1\r\nHost: m\r\n\r\n")
            _ = await idle.readHead()
            let busy = try RawClient(port: room.port)
            busy.send("GET /large HTTP/1.1\r\nHost: m\r\n\r\n")
            _ = await busy.readHead()
            let start = ContinuousClock.now
            let server = room.server
            let running = Task { await server.run() }
            running.cancel()
            _ = await idle.readAll()
            #expect(await busy.read(.max).count == Self.large)
            await running.value
            #expect(ContinuousClock.now - start < .seconds(4))
            #expect(throws: POSIXError.self) { try RawClient(port: room.port) }
        }
    }

    @Test func `answers that take longer than that are broken off`() async throws {
        try await ServedRoom.with({ $0.grace = 100 }) { room in
            try makeLarge(room, "large", 1)
            let busy = try RawClient(port: room.port)
            busy.send("GET /large HTTP/1.1\r\nHost: m\r\n\r\n")
            _ = await busy.readHead()
            let start = ContinuousClock.now
            room.server.stop()
            await room.server.run()
            #expect(ContinuousClock.now - start < .seconds(3))
            #expect(room.answered.last?.isWhole == false)
        }
    }

    @Test func `says why it cannot start`() async throws {
        try await ServedRoom.with { room in
            let taken = #expect(throws: ServerError.self) {
                try MirrorServer(directory: room.path(""), at: room.server.address) { _ in }
            }
            #expect(taken?.cause == .address && taken?.reason == "Address already in use")
            let free = ListenAddress(host: "127.0.0.1", port: 0)
            let none = #expect(throws: ServerError.self) {
                try MirrorServer(directory: room.path("nothing"), at: free) { _ in }
            }
            #expect(none?.cause == .directory)
        }
    }
}
