import Commands
import Sandbox
import TestSupport
import Testing

/// What people and scripts are told when a region does not do its part.
@Suite struct RegionFailureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var faults: [SandboxFault] = []
        var line = "source list"
        let status: Int32
        let code: String
        let words: String
        let hint: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "unknown key", faults: [.wrongKey], status: 4, code: "not_authenticated",
            words: "does not know this API key", hint: "copy a fresh API key"),
        Case(
            name: "slow clock", faults: [.clockSkew(seconds: 90_000)], status: 4,
            code: "not_authenticated", words: "s behind", hint: "set this machine's clock"),
        Case(
            name: "500 with a traceback", faults: [.traceback], status: 1, code: "failed",
            words: "the region failed", hint: "regiond.log"),
        Case(
            name: "a proxy's page", faults: [.htmlPage], status: 1, code: "failed",
            words: "does not answer like a MAAS region", hint: "check the URL"),
        Case(
            name: "half the JSON", faults: [.truncatedJSON], status: 1, code: "failed",
            words: "not what a MAAS region sends", hint: "look for a proxy"),
        Case(
            name: "30 MB of JSON", faults: [.hugeJSON], status: 1, code: "failed",
            words: "the answer is too long", hint: "larger than any region's"),
        Case(
            name: "502", faults: [.badGateway], status: 5, code: "temporary",
            words: "busy or restarting (HTTP 502)", hint: "try again"),
        Case(
            name: "503 for ever", faults: [.unavailable(retryAfter: 1)], status: 5,
            code: "temporary", words: "busy or restarting (HTTP 503)", hint: "try again"),
        Case(
            name: "never an answer", faults: [.neverAnswer],
            line: "source list --request-timeout 200ms", status: 5, code: "temporary",
            words: "no answer in time", hint: "--request-timeout"),
        Case(
            name: "reset", faults: [.reset], status: 5, code: "temporary",
            words: "the connection broke off", hint: "try again"),
        Case(
            name: "redirect", faults: [.redirect], status: 1, code: "failed",
            words: "another address", hint: "log in again with that address"),
        Case(
            name: "nobody there", line: "source list --url http://127.0.0.1:9/MAAS", status: 5,
            code: "temporary", words: "cannot be reached", hint: "the port is right"),
        Case(
            name: "no such host", line: "source list --url http://region.invalid:5240/MAAS",
            status: 5, code: "temporary", words: "has no address", hint: "check the host name"),
    ]

    private func run(_ test: Case, _ options: String) async throws -> CommandRun {
        var run: CommandRun?
        try await CommandFixture.with(configure: { $0.faults = test.faults }) { fixture in
            run = await fixture.run(test.line + options)
        }
        return try #require(run)
    }

    @Test(arguments: cases)
    func `says what happened and what to do next`(test: Case) async throws {
        let run = try await run(test, "")
        #expect(run.status == test.status)
        #expect(run.output.isEmpty)
        #expect(run.error.hasPrefix("error: "))
        #expect(run.error.contains(test.words))
        #expect(run.error.contains("\nhint: ") && run.error.contains(test.hint))
    }

    @Test(arguments: cases)
    func `says it as JSON where JSON was asked for`(test: Case) async throws {
        let run = try await run(test, " -o json")
        #expect(run.status == test.status)
        #expect(run.output.isEmpty)
        let error = run.errorJSON
        #expect(error["code"]?.text == test.code)
        #expect(error["exit_status"] == .number(Double(test.status)))
        #expect(error["message"]?.text?.isEmpty == false)
        #expect(error["hint"]?.text?.contains(test.hint) == true)
    }

    @Test func `waits and asks again when the region is restarting`() async throws {
        try await CommandFixture.with(configure: { $0.faults = [.unavailableOnce(retryAfter: 7)] })
        { fixture in
            let before = fixture.clock.elapsed
            let run = await fixture.run("source list --json id")
            #expect(run.status == 0)
            #expect(run.error.isEmpty)
            #expect(fixture.clock.elapsed - before >= .seconds(7))
            #expect(await fixture.sandbox.requests().map(\.status) == [503, 200])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `names the permission that a user lacks`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run(
                "use candidate -o json", adding: ["MAAS_API_KEY": fixture.sandbox.userAPIKey])
            #expect(run.status == 4)
            let error = run.errorJSON
            #expect(error["code"] == "not_permitted")
            #expect(error["hint"]?.text?.contains("administrator's key") == true)
            #expect(await fixture.writes().allSatisfy { !$0.hasPrefix("DELETE") })
        }
    }

    @Test func `tells a server's text as the server's own`() async throws {
        try await CommandFixture.with(configure: { $0.faults = [.traceback] }) { fixture in
            let run = await fixture.run("source list")
            #expect(run.error.contains("\nthe region said: "))
            #expect(run.error.contains("server closed the connection unexpectedly"))
        }
    }
}
