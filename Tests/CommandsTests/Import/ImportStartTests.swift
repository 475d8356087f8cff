import Commands
import Sandbox
import TestSupport
import Testing

@Suite struct ImportStartTests {
    @Test(arguments: MAASFlavour.allCases)
    func `orders an import`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run("import start -o json")
            #expect(run.status == 0)
            #expect(run.json["changed"] == true)
            #expect(run.json["import"] == "started")
            #expect(
                await fixture.writes() == ["POST /MAAS/api/2.0/boot-resources/?op=import"])
        }
    }

    /// On 3.8 a second order kills the first import.
    @Test(arguments: MAASFlavour.allCases)
    func `leaves an import alone that runs already`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(60) }) {
            fixture in
            _ = await fixture.run("selection ensure jammy")
            _ = await fixture.run("import start")
            fixture.clock.advance(by: .seconds(20))
            let began = await fixture.sandbox.region { $0.importRun?.started }
            let writes = await fixture.writes()
            let run = await fixture.run("import start -o json")
            #expect(run.status == 0)
            #expect(run.json["changed"] == false)
            #expect(run.json["import"] == "already-running")
            #expect(await fixture.writes() == writes)
            #expect(began != nil)
            #expect(await fixture.sandbox.region { $0.importRun?.started } == began)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `waits until the images are there`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(30) }) {
            fixture in
            _ = await fixture.run("selection ensure jammy")
            let run = await fixture.run("import start --wait --progress none --json ready,evidence")
            #expect(run.status == 0)
            #expect(run.json["ready"] == true)
            let jammy = await fixture.sandbox.region { state in
                state.resources.filter { $0.name == "ubuntu/jammy" }.flatMap(\.sets)
            }
            #expect(jammy.count == 1)
            #expect(jammy.first?.isComplete == true)
        }
    }
}
