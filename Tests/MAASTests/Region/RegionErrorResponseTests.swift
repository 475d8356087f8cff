import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct RegionErrorResponseTests {
    private static func answer(
        _ status: Int, _ type: String?, _ body: String, location: String? = nil
    ) -> HTTPResponse {
        var headers = type.map { [HTTPHeader("Content-Type", $0)] } ?? []
        if let location { headers.append(HTTPHeader("Location", location)) }
        return HTTPResponse(status: status, headers: headers, body: Data(body.utf8), url: "")
    }

    @Test(arguments: [
        (429, RegionError.Reason.busy(status: 429)), (503, .busy(status: 503)),
        (504, .busy(status: 504)), (418, .failed(status: 418, text: "text")),
        (307, .moved(to: nil)), (100, .failed(status: 100, text: "text")),
        (404, .notMAAS(status: 404)),
    ])
    func `statuses that were not recorded`(status: Int, expected: RegionError.Reason) {
        #expect(RegionError.Reason(refusing: Self.answer(status, "text/plain", "text")) == expected)
    }

    @Test func `up to 3.2 a missing object is just not found`() {
        let reason = RegionError.Reason(refusing: Self.answer(404, "text/plain", "Not Found"))
        #expect(reason == .notFound(text: "Not Found"))
    }

    /// A login page of a proxy must not pass for a done import.
    @Test(arguments: ["text/html", "text/html; charset=utf-8", "Text/HTML ;charset=UTF-8"])
    func `a page is no success of any call`(type: String) async throws {
        let page = ScriptedStep.Answer.status(200, type: type, body: "<html>Log in</html>")
        try await ScriptedExchange.run([
            ScriptedStep(.post, "boot-resources/?op=import", page),
            ScriptedStep(.get, "boot-sources/", page), ScriptedStep(.get, "version/", page),
            ScriptedStep(.delete, "boot-sources/1/", page),
        ]) { exchange in
            let client = RegionClient(
                url: ScriptedExchange.region, signer: nil, exchange: exchange)
            let calls: [@Sendable () async throws -> Void] = [
                { try await client.startImport(mayRepeat: false) },
                { _ = try await client.bootSources() }, { _ = try await client.serverTime() },
                { try await client.deleteBootSource(1) },
            ]
            for call in calls {
                let error = await #expect(throws: RegionError.self) { try await call() }
                #expect(error?.reason == .notMAAS(status: 200))
            }
        }
    }

    @Test(
        arguments: [
            (
                "application/json", #"{"a": ["x", "y"], "__all__": "z"}"#,
                RegionError.Reason.invalid([
                    .init(field: nil, message: "z"), .init(field: "a", message: "x"),
                    .init(field: "a", message: "y"),
                ])
            ),
            ("application/json", "{}", .invalid([])),
            ("application/json", #"{"a": 1}"#, .refused(text: #"{"a": 1}"#)),
            ("application/json", #"["a"]"#, .refused(text: #"["a"]"#)),
            ("application/json", "{", .refused(text: "{")),
            ("text/plain", #"{"a": ["x"]}"#, .refused(text: #"{"a": ["x"]}"#)),
            ("text/html", "<h1>Bad</h1>", .refused(text: "")),
            ("", "plain", .refused(text: "plain")),
            (
                "application/json", #"{"\u001b[2Ja": ["\u009b31mx\ny"]}"#,
                .invalid([.init(field: "a", message: "x y")])
            ),
        ] as [(String, String, RegionError.Reason)])
    func `400 in all forms`(type: String, body: String, expected: RegionError.Reason) {
        let answer = Self.answer(400, type.isEmpty ? nil : type, body)
        #expect(RegionError.Reason(refusing: answer) == expected)
    }

    @Test func `messages are bounded in number and length`() throws {
        let long = String(repeating: "m", count: 10_000)
        let body = (0..<100).map { #""f\#($0)":["\#(long)"]"# }.joined(separator: ",")
        let answer = Self.answer(400, "application/json", "{\(body)}")
        guard case .invalid(let messages) = RegionError.Reason(refusing: answer) else {
            Issue.record("not invalid")
            return
        }
        #expect(messages.count == 20)
        #expect(messages.allSatisfy { $0.message.count == ServerText.limit + 1 })
    }

    @Test(arguments: [400, 403, 500])
    func `a text of the server is one harmless, bounded line`(status: Int) {
        let body =
            "\u{1B}]0;x\u{7}line\r\n\u{9B}1mtwo\u{202E} " + String(repeating: "z", count: 900)
        let reason = RegionError.Reason(refusing: Self.answer(status, "text/plain", body))
        let expected = "line two " + String(repeating: "z", count: ServerText.limit - 9) + "…"
        #expect("\(String(describing: reason))".contains("\"\(expected)\""))
    }

    @Test func `a redirect's address is made harmless`() {
        let answer = Self.answer(301, nil, "", location: "https://h:5443/MAAS/\u{1B}[2J")
        #expect(RegionError.Reason(refusing: answer) == .moved(to: "https://h:5443/MAAS/"))
    }

    /// Debugging proxies repeat the headers they got.
    @Test(arguments: [301, 302, 400, 401, 403, 404, 405, 409, 413, 418, 429, 500, 502, 503])
    func `no answer brings the secret into an error`(status: Int) async throws {
        let secret = RecordedRegion.secret
        let echoes = [
            ("text/plain", "No oauth_signature=%26\(secret)"),
            ("application/json", #"{"\#(secret)": ["x &\#(secret)"], "__all__": "\#(secret)"}"#),
            // Straddles where texts are cut.
            ("text/plain", String(repeating: "z", count: 490) + secret),
            ("text/plain", String(repeating: " ", count: 3990) + secret),
        ]
        for (type, body) in echoes {
            let answer = Self.answer(status, type, body, location: "http://h/?k=\(secret)")
            let key = APIKey(consumerKey: "c", tokenKey: "t", tokenSecret: secret)
            try await ScriptedExchange.run([ScriptedStep(.get, "users/", .response(answer))]) {
                let client = RegionClient(
                    url: ScriptedExchange.region, signer: OAuthSigner(key: key, method: .plaintext),
                    exchange: $0)
                let error = await #expect(throws: RegionError.self) {
                    try await client.perform("try", .get, "users/")
                }
                let shown = Shown.all(try #require(error))
                #expect(!shown.contains(secret.prefix(6)), "\(shown)")
            }
        }
    }
}
