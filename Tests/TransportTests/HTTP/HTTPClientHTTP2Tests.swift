import TestSupport
import Testing
import Transport

@Suite(
    .enabled(if: NginxServer.isInstalled, "nginx is not installed"), .timeLimit(.minutes(1)))
struct HTTPClientHTTP2Tests {
    private let authority: PrivateAuthority
    private let server: NginxServer
    private static let large = String(repeating: "0123456789abcdef", count: 200_000)

    init() throws {
        authority = try PrivateAuthority()
        server = try NginxServer(authority, files: ["small": "small", "large": Self.large])
    }

    /// Repeats until nginx listens.
    private func client(bytesPerSecond: Int? = nil) -> HTTPClient {
        HTTPClient(
            options: ConnectionOptions(
                authorities: .file(authority.authorityFile), bytesPerSecond: bytesPerSecond),
            retry: RetryPolicy(
                attempts: 100, base: .milliseconds(20), longest: .milliseconds(100)))
    }

    @Test func `many transfers share one connection`() async throws {
        let client = self.client()
        let first = try await client.send(HTTPRequest(.get, server.url("/small")))
        #expect(first.statistics.isMultiplexed)
        var connections = 0
        try await withThrowingTaskGroup(of: HTTPResponse.self) { group in
            for _ in 0..<100 {
                group.addTask { try await client.send(HTTPRequest(.get, server.url("/small"))) }
            }
            for try await response in group {
                #expect(response.text == "small")
                connections += response.statistics.newConnections
            }
        }
        #expect(connections == 0)
    }

    @Test func `first transfers wait for one connection instead of opening their own`()
        async throws
    {
        _ = try await client().send(HTTPRequest(.get, server.url("/small")))
        let client = self.client()
        var connections = 0
        try await withThrowingTaskGroup(of: HTTPResponse.self) { group in
            for _ in 0..<20 {
                group.addTask { try await client.send(HTTPRequest(.get, server.url("/small"))) }
            }
            for try await response in group { connections += response.statistics.newConnections }
        }
        #expect(connections == 1)
    }

    @Test(arguments: [nil, 4_000_000] as [Int?])
    func `large bodies arrive whole beside each other`(bytesPerSecond: Int?) async throws {
        let client = self.client(bytesPerSecond: bytesPerSecond)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    let sink = RecordingSink()
                    _ = try await client.send(HTTPRequest(.get, server.url("/large")), sink: sink)
                    return sink.seen.bytes == Array(Self.large.utf8)
                }
            }
            for try await isWhole in group { #expect(isWhole) }
        }
    }

    @Test func `one transfer's refusal leaves the others be`() async throws {
        let client = self.client()
        _ = try await client.send(HTTPRequest(.get, server.url("/small")))
        let refused = Task {
            try await client.send(
                HTTPRequest(.get, server.url("/large")), sink: RecordingSink(refuseAfter: 100_000))
        }
        let whole = try await client.send(HTTPRequest(.get, server.url("/large")))
        #expect(whole.body.count == Self.large.utf8.count)
        let error = await #expect(throws: TransportError.self) { try await refused.value }
        #expect(error?.kind == .refusedByReceiver)
    }
}
