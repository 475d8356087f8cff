import Sandbox
import TestSupport
import Testing

@Suite struct ImageRemoveTests {
    @Test(arguments: MAASFlavour.allCases)
    func `removes an image, and says that it may come back`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let dry = await fixture.run("image remove noble --dry-run")
            #expect(dry.output.contains("would be removed"))
            #expect(await fixture.writes().isEmpty)
            let run = await fixture.run("image remove noble -o json")
            #expect(run.status == 0)
            #expect(run.json["changed"] == true)
            #expect(run.json["message"]?.text?.contains("comes back with an import") == true)
            let names = await fixture.sandbox.region { $0.resources.map(\.name) }
            #expect(!names.contains("ubuntu/noble"))
        }
    }

    @Test func `says that there is no such image`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("image remove 4711")
            #expect(run.status == 7)
            #expect(run.error.contains("hint: see what it has: maas-boot image list"))
            #expect(await fixture.writes().isEmpty)
        }
    }
}
