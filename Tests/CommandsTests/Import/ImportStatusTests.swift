import Sandbox
import TestSupport
import Testing

@Suite struct ImportStatusTests {
    @Test(arguments: MAASFlavour.allCases)
    func `says where the import stands`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(60) }) {
            fixture in
            #expect(
                await fixture.run("import status").output.hasPrefix("no import runs; "))
            _ = await fixture.run("selection ensure jammy")
            let missing = await fixture.run("import status --json ready,missing").json
            #expect(missing["ready"] == false)
            #expect(missing["missing"] == ["ubuntu/jammy:amd64"])
            _ = await fixture.run("import start")
            fixture.clock.advance(by: .seconds(40))
            let run = await fixture.run("import status -o json")
            #expect(run.status == 0)
            let report = run.json
            #expect(report["importing"] == true)
            #expect(report["ready"] == false)
            #expect(report["message"]?.text?.contains("ubuntu/jammy amd64/ga-22.04") == true)
            fixture.clock.advance(by: .seconds(60))
            let after = await fixture.run("import status --json importing,ready,missing").json
            #expect(
                after
                    == ["importing": false, "ready": true, "missing": []])
        }
    }
}
