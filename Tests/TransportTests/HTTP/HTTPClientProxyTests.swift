import Glibc
import TestSupport
import Testing
import Transport

/// Each test runs in a process of its own, for the environment belongs to the whole of one.
@Suite(.timeLimit(.minutes(1))) struct HTTPClientProxyTests {
    @Test func `http_proxy is asked by absolute address`() async {
        await #expect(processExitsWith: .success) {
            let proxy = try ScriptedServer { connection, _ in connection.answer(body: "relayed") }
            setenv("http_proxy", proxy.url(), 1)
            let response = try await HTTPClient(retry: .never).send(
                HTTPRequest(.get, "http://region.test/MAAS/", query: [FormField("a", "b")]))
            #expect(response.text == "relayed")
            #expect(proxy.requests.map(\.target) == ["http://region.test/MAAS/?a=b"])
        }
    }

    @Test func `no_proxy leads past it`() async {
        await #expect(processExitsWith: .success) {
            let proxy = try ScriptedServer { connection, _ in connection.answer(body: "relayed") }
            let server = try ScriptedServer { connection, _ in connection.answer(body: "direct") }
            setenv("http_proxy", proxy.url(), 1)
            setenv("no_proxy", "127.0.0.1", 1)
            let response = try await HTTPClient(retry: .never).send(
                HTTPRequest(.get, server.url()))
            #expect(response.text == "direct")
            #expect(proxy.connectionCount == 0)
        }
    }

    @Test(arguments: ["http", "https"])
    func `a proxy that does not answer is named as the cause`(scheme: String) async throws {
        // The port of tcpmux, where nobody has listened for decades.
        let proxy = "http://127.0.0.1:1"
        for (host, kind) in [
            ("region.test", TransportError.Kind.proxyUnreachable), ("127.0.0.1", .unreachable),
        ] {
            let client = HTTPClient(
                options: ConnectionOptions(
                    proxies: ProxySettings(http: proxy, https: proxy, exceptions: "127.0.0.1")),
                retry: .never)
            let error = await #expect(throws: TransportError.self) {
                try await client.send(HTTPRequest(.get, "\(scheme)://\(host):1/MAAS/"))
            }
            #expect(error?.kind == kind, "\(host): \(error?.description ?? "")")
        }
    }

    @Test func `a proxy that refuses a tunnel is named as the cause, and not asked again`() async {
        await #expect(processExitsWith: .success) {
            let proxy = try ScriptedServer { connection, _ in connection.answer(407) }
            setenv("https_proxy", proxy.url(), 1)
            let error = await #expect(throws: TransportError.self) {
                try await HTTPClient(clock: TestClock()).send(
                    HTTPRequest(.get, "https://region.test/MAAS/"))
            }
            #expect(error?.kind == .proxy)
            #expect(proxy.requests.map(\.target) == ["region.test:443"])
        }
    }
}
