import TestSupport
import Testing
import Transport

@testable import MAAS

/// Answers of status 200 that are not what was asked for.
@Suite struct DecodingProblemTests {
    private static let deep = 100_000
    private static let invalid = "it is not valid JSON, or holds a number out of range"

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("", "it is empty"), (" ", invalid), ("not json", invalid), (#"[{"id": 1"#, invalid),
            ("<html>", invalid), ("[NaN]", invalid), (#"[{"id": 1e999}]"#, invalid),
            (#"[{"id": 1.5}]"#, invalid), ("null", "the answer is not of the expected type"),
            ("{}", "the answer is not of the expected type"),
            ("7", "the answer is not of the expected type"),
            ("[7]", #""[0]" is not of the expected type"#),
            ("[null]", #""[0]" is not of the expected type"#), ("[{}]", #""[0]" has no "id""#),
            (#"[{"id": "1"}]"#, #""[0].id" is not of the expected type"#),
            (#"[{"id": true}]"#, #""[0].id" is not of the expected type"#),
            (#"[{"id": 1, "url": null}]"#, #""[0].url" is not of the expected type"#),
            (#"[{"id": 1, "url": "u", "priority": 1}]"#, #""[0]" has no "name""#),
            (String(repeating: "[", count: deep), invalid),
            (String(repeating: "[", count: deep) + String(repeating: "]", count: deep), invalid),
            (String(repeating: #"{"a":"#, count: deep), invalid),
        ])
    func `names the place`(body: String, problem: String) async throws {
        try await ScriptedExchange.run([ScriptedStep(.get, "boot-sources/", .json(body))]) {
            let client = RegionClient(url: ScriptedExchange.region, signer: nil, exchange: $0)
            let error = await #expect(throws: RegionError.self) { try await client.bootSources() }
            #expect(error?.reason == .undecodable(problem))
        }
    }

    @Test func `a place named by the region is made harmless and short`() async throws {
        let name = #"\u001b[2J\n"# + String(repeating: "n", count: 1000)
        let body = #"""
            {"id":1,"type":"Synced","name":"a/b","architecture":"c/d","sets":{"\#(name)":{}}}
            """#
        try await ScriptedExchange.run([ScriptedStep(.get, "boot-resources/1/", .json(body))]) {
            let client = RegionClient(url: ScriptedExchange.region, signer: nil, exchange: $0)
            let error = await #expect(throws: RegionError.self) { try await client.bootResource(1) }
            let shown = "sets. " + String(repeating: "n", count: 194) + "…"
            #expect(error?.reason == .undecodable("\"\(shown)\" has no \"version\""))
        }
    }

    @Test func `of duplicate keys the first counts`() async throws {
        let body = #"{"version": "3.7.3", "version": "1.0"}"#
        try await ScriptedExchange.run([ScriptedStep(.get, "version/", .json(body))]) {
            let client = RegionClient(url: ScriptedExchange.region, signer: nil, exchange: $0)
            let version = try await client.version()
            #expect(version.text == "3.7.3")
        }
    }
}
