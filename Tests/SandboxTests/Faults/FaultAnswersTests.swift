import Testing

@testable import Sandbox

/// Faults on the way of an answer, over real HTTP.
struct FaultAnswersTests {
    private static let whoami = "/MAAS/api/2.0/users/?op=whoami"

    private func ask(
        _ sandbox: RunningSandbox, _ method: String = "GET", _ target: String = whoami
    ) async throws -> SandboxClient.Answer {
        let headers = ["Authorization": OAuthHeader.plaintext(sandbox.adminAPIKey)]
        return try await SandboxClient(sandbox).send(method, target, headers: headers)
    }

    @Test(arguments: [
        (SandboxFault.unavailable(retryAfter: 3), 503), (.badGateway, 502), (.traceback, 500),
        (.htmlPage, 200), (.redirect, 301), (.wrongKey, 401), (.clockSkew(seconds: 400), 401),
        (.clockSkew(seconds: -400), 200),
    ])
    func `answer in the region's place`(fault: SandboxFault, status: Int) async throws {
        var configuration = SandboxConfiguration()
        configuration.faults = [fault]
        let sandbox = try await RunningSandbox.start(configuration)
        #expect(try await ask(sandbox).status == status)
        await sandbox.clearFaults()
        #expect(try await ask(sandbox).status == 200)
        await sandbox.stop()
    }

    @Test func `some strike once`() async throws {
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.unavailableOnce(retryAfter: 4))
        let first = try await ask(sandbox)
        #expect(first.status == 503)
        #expect(first.headers["retry-after"] == "4")
        #expect(try await ask(sandbox).status == 200)
        await sandbox.inject(.createFails)
        #expect(try await ask(sandbox).status == 200)
        #expect(try await ask(sandbox, "POST", "/MAAS/api/2.0/boot-sources/").status == 500)
        #expect(try await ask(sandbox, "POST", "/MAAS/api/2.0/boot-sources/").status == 400)
        await sandbox.stop()
    }

    @Test func `spoil JSON and leave text alone`() {
        let answer = APIResponse.json(["a": "b"])
        let short = FaultAnswers.spoil(answer, [.truncatedJSON])
        #expect(short.status == 200)
        #expect(JSONValue(parsing: short.body) == nil)
        let long = FaultAnswers.spoil(answer, [.hugeJSON])
        #expect(long.body.count == answer.body.count + 30_000_000)
        #expect(long.body.starts(with: answer.body))
        let text = APIResponse.text("OK")
        #expect(FaultAnswers.spoil(text, [.truncatedJSON, .hugeJSON]) == text)
    }

    @Test func `a reset connection gives no answer, and the next one does`() async throws {
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.reset)
        await #expect(throws: (any Error).self) { try await ask(sandbox) }
        await sandbox.clearFaults()
        #expect(try await ask(sandbox).status == 200)
        #expect(await sandbox.requests().map(\.status) == [0, 200])
        await sandbox.stop()
    }

    @Test func `the plain port of a TLS region redirects as recorded`() async throws {
        let recording = try Recording(.v3_7, "12-tls-plain-port")
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.redirect)
        for exchange in recording.exchanges where exchange.status == 301 {
            let live = try await SandboxClient(sandbox).send(exchange.method, exchange.path)
            #expect(live.status == 301)
            let comparison = AnswerComparison(
                exchange: exchange, live: live, sandbox: sandbox, topic: recording.topic)
            #expect(comparison.differences == [])
            #expect(live.headers["location"] == "https://127.0.0.1:5443\(exchange.path)")
        }
        await sandbox.stop()
    }

    @Test func `a region that is down answers as recorded`() async throws {
        let recording = try Recording(.v3_3, "10-down")
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.badGateway)
        for exchange in recording.exchanges {
            let live = try await SandboxClient(sandbox).send(exchange.method, exchange.path)
            let comparison = AnswerComparison(
                exchange: exchange, live: live, sandbox: sandbox, topic: recording.topic)
            #expect(comparison.differences == [])
        }
        await sandbox.stop()
    }
}
