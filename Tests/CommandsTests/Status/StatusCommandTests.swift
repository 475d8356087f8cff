import Commands
import Sandbox
import Foundation
import TestSupport
import Testing

@Suite struct StatusCommandTests {
    @Test(arguments: MAASFlavour.allCases)
    func `tells a region at a glance`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run("status -o json")
            #expect(run.status == 0)
            let status = run.json
            #expect(status["url"]?.text == fixture.sandbox.url)
            #expect(status["version"]?.text == flavour.version)
            #expect(status["importing"] == false)
            #expect(status["ready"] == true)
            #expect(status["sources"]?[0]?["selections"] == ["ubuntu/noble:amd64"])
            #expect(status["images"]?.elements.isEmpty == false)
        }
    }

    @Test func `shows people one screen`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(
                "status", adding: ["NO_COLOR": "1"], terminal: FixedTerminal([.output], width: 100))
            #expect(run.output.contains("MAAS 3.7.3") || run.output.contains("3.7.3"))
            #expect(run.output.contains("http://images.maas.io/ephemeral-v3/stable/"))
            #expect(run.output.split(separator: "\n").count <= 24)
        }
    }

    @Test func `looks again and again until interrupted`() async throws {
        try await CommandFixture.with { fixture in
            let signals = ManualSignals()
            let clock = StrikingClock(fixture.clock, at: 2) { signals.send(.interrupt) }
            let run = await fixture.run(
                "status --watch --interval 10s", adding: ["NO_COLOR": "1"],
                terminal: FixedTerminal([.output]),
                signals: signals, clock: clock)
            #expect(run.status == 130)
            #expect(run.output.components(separatedBy: "\u{1b}[H\u{1b}[2J").count == 3)
        }
    }

    @Test func `writes a JSON document a look where no terminal is`() async throws {
        try await CommandFixture.with { fixture in
            let signals = ManualSignals()
            let clock = StrikingClock(fixture.clock, at: 2) { signals.send(.interrupt) }
            let run = await fixture.run(
                "status --watch -o jsonl", signals: signals, clock: clock)
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == 2)
            for line in lines {
                let look = try JSONDocument(reading: String(line))
                #expect(look["ready"] == true)
            }
        }
    }

    @Test func `refuses to look more often than every second`() async throws {
        try await CommandFixture.with { fixture in
            #expect(await fixture.run("status --watch --interval 10ms").status == 64)
        }
    }
}
