import TestSupport
import Testing
import Transport

/// The script must fail a test that departs from it, or tests written with it prove nothing.
@Suite struct ScriptedExchangeTests {
    private static let list = ScriptedStep(.get, "boot-sources/", .json("[]"))
    private static let order = ScriptedStep(
        .post, "boot-resources/?op=import", body: nil, .text("started"))

    private static func request(
        _ method: HTTPRequest.Method, _ path: String, query: [FormField] = [],
        body: RequestBody? = nil
    ) -> HTTPRequest {
        HTTPRequest(
            method, "\(ScriptedExchange.region)/api/2.0/\(path)", query: query, body: body)
    }

    @Test func `answers in any order and tells it`() async throws {
        try await ScriptedExchange.run([Self.list, Self.order]) { exchange in
            let order = Self.request(.post, "boot-resources/", query: [FormField("op", "import")])
            let ordered = try await exchange.send(order)
            let listed = try await exchange.send(Self.request(.get, "boot-sources/"))
            #expect([ordered.text, listed.text] == ["started", "[]"])
            #expect(exchange.received == ["POST boot-resources/?op=import", "GET boot-sources/"])
        }
    }

    @Test func `an unused step fails and is named`() async {
        let broken = await #expect(throws: BrokenScript.self) {
            try await ScriptedExchange.run([Self.list]) { _ in }
        }
        #expect(broken?.description == "never asked: GET boot-sources/")
    }

    @Test(arguments: [
        request(.get, "boot-sources"), request(.delete, "boot-sources/"),
        request(.get, "boot-sources/", query: [FormField("a", "b")]),
        HTTPRequest(.get, "http://other.test/boot-sources/"),
    ])
    func `an unexpected request fails even when its error is swallowed`(
        request: HTTPRequest
    ) async {
        let broken = await #expect(throws: BrokenScript.self) {
            try await ScriptedExchange.run([Self.list]) { _ = try? await $0.send(request) }
        }
        #expect(broken?.unmatched.count == 1)
        #expect(broken?.unused == ["GET boot-sources/"])
    }

    @Test func `a step answers once`() async {
        let request = Self.request(.get, "boot-sources/")
        let broken = await #expect(throws: BrokenScript.self) {
            try await ScriptedExchange.run([Self.list]) {
                _ = try await $0.send(request)
                _ = try? await $0.send(request)
            }
        }
        #expect(broken?.unmatched == ["GET boot-sources/"])
    }

    @Test func `a body is compared, but for the boundary`() async throws {
        let file = MultipartForm.File(name: "k", filename: "k", content: [1])
        let body = { (value: String) in
            RequestBody.multipart(MultipartForm(fields: [FormField("a", value)], files: [file]))
        }
        let step = ScriptedStep(.put, "x/", body: body("1"), .json("{}"))
        try await ScriptedExchange.run([step]) {
            _ = try await $0.send(Self.request(.put, "x/", body: body("1")))
        }
        await #expect(throws: BrokenScript.self) {
            try await ScriptedExchange.run([step]) {
                _ = try? await $0.send(Self.request(.put, "x/", body: body("2")))
            }
        }
    }
}
