import Commands
import Sandbox
import TestSupport
import Testing

@Suite struct SourceShowTests {
    @Test(arguments: ["1", "stable", "images.maas.io", "http://images.maas.io/ephemeral-v3/stable"])
    func `shows the source that is meant`(reference: String) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source show \(reference) -o json")
            #expect(run.status == 0)
            #expect(run.json["id"] == 1)
        }
    }

    @Test func `shows people no line without a value`() async throws {
        try await CommandFixture.with(.v3_3) { fixture in
            let run = await fixture.run(
                "source show 1", adding: ["NO_COLOR": "1"], terminal: FixedTerminal([.output]))
            #expect(run.output.split(separator: "\n").allSatisfy { $0.contains("  ") })
            #expect(!run.output.contains("PRIORITY"))
        }
    }

    @Test(arguments: [("7", 7), ("nowhere.example.com", 7), ("candidate", 7)])
    func `says which sources there are when none is meant`(
        reference: String, status: Int32
    ) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source show \(reference)")
            #expect(run.status == status)
            #expect(run.error.contains("no boot source answers to \"\(reference)\""))
            #expect(run.error.contains("hint: the region has 1 (http://images.maas.io/"))
        }
    }
}
