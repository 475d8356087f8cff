import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct RegionClientTests {
    @Test(arguments: ["http://region.test:5240/MAAS", "http://region.test:5240/MAAS/"])
    func `asks below the API's path, with a slash at the end`(url: String) async throws {
        try await ScriptedExchange.run([ScriptedStep(.get, "boot-sources/4/", .json("{}"))]) {
            let client = RegionClient(url: url, signer: nil, exchange: $0)
            await #expect(throws: RegionError.self) { try await client.bootSource(4) }
        }
    }

    @Test func `what brings no answer is told as such`() async throws {
        try await ScriptedExchange.run([
            ScriptedStep(.get, "users/?op=whoami", .failure(.timeout))
        ]) {
            let client = RegionClient(url: ScriptedExchange.region, signer: nil, exchange: $0)
            let error = await #expect(throws: RegionError.self) { try await client.whoami() }
            guard case .transport(let cause) = error?.reason else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(cause.kind == .timeout)
            #expect(error?.region == ScriptedExchange.region)
        }
    }

    /// A repeated import order kills the running one on 3.8.
    @Test(arguments: [true, false])
    func `an import order is repeated only where that is harmless`(mayRepeat: Bool) async throws {
        let spy = RequestSpy()
        let client = RegionClient(url: ScriptedExchange.region, signer: nil, exchange: spy)
        await #expect(throws: RegionError.self) {
            try await client.startImport(mayRepeat: mayRepeat)
        }
        let request = try #require(spy.last)
        #expect(request.mayRepeat == mayRepeat)
        #expect(request.target.hasSuffix("/api/2.0/boot-resources/?op=import"))
        #expect(request.body == nil)
        #expect(request.redirects == .refuse)
        #expect(request.headers.value(of: "Accept") == "application/json")
        #expect(request.limits.bodyBytes == 16 << 20)
    }

    @Test func `creating is never repeated`() async throws {
        let spy = RequestSpy()
        let client = RegionClient(url: ScriptedExchange.region, signer: nil, exchange: spy)
        await #expect(throws: RegionError.self) {
            try await client.createBootSource(BootSourceChange(url: "http://h/"))
        }
        #expect(spy.last?.mayRepeat == false)
    }

    @Test(arguments: [true, false])
    func `what a repeated removal does not find was removed by the first`(
        wasCutOff: Bool
    ) async throws {
        let notThere: @Sendable (ScriptedConnection, ReceivedRequest) -> Void = {
            connection, _ in connection.answer(404, body: "Not Found")
        }
        let busy: @Sendable (ScriptedConnection, ReceivedRequest) -> Void = {
            connection, _ in connection.answer(502)
        }
        let server = try ScriptedServer(inOrder: wasCutOff ? [busy, notThere] : [notThere])
        defer { server.stop() }
        let client = RegionClient(
            url: server.url(""), signer: nil,
            exchange: HTTPClient(retry: RetryPolicy(base: .milliseconds(1))))
        let found: RegionError?
        do {
            try await client.deleteBootSource(4)
            found = nil
        } catch {
            found = error
        }
        #expect((found == nil) == wasCutOff)
        #expect(server.requests.count == (wasCutOff ? 2 : 1))
    }
}
