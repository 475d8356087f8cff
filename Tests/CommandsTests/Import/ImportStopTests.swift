import Sandbox
import TestSupport
import Testing

@Suite struct ImportStopTests {
    @Test(arguments: MAASFlavour.allCases)
    func `stops an import and returns once it has stopped`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(60) }) {
            fixture in
            _ = await fixture.run("selection ensure jammy")
            _ = await fixture.run("import start")
            fixture.clock.advance(by: .seconds(20))
            let run = await fixture.run("import stop -o json")
            #expect(run.status == 0)
            #expect(run.json["changed"] == true)
            #expect(await fixture.sandbox.region { $0.importRun } == nil)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `changes nothing when no import runs`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run("import stop")
            #expect(run.status == 0)
            #expect(run.output == "no import runs; unchanged\n")
            #expect(await fixture.writes().isEmpty)
        }
    }
}
