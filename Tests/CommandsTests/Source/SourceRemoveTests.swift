import Sandbox
import TestSupport
import Testing

@Suite struct SourceRemoveTests {
    @Test(arguments: MAASFlavour.allCases)
    func `removes a source with its selections, once`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            _ = await fixture.run("selection ensure jammy --source 2")
            let dry = await fixture.run("source remove 2 --dry-run")
            #expect(dry.output.hasPrefix("boot source 2 would be removed with its 1 selection:"))
            #expect(await fixture.sandbox.region { $0.sources.count } == 2)
            let run = await fixture.run("source remove mirror.example.com -o json")
            #expect(run.status == 0)
            #expect(run.json["changed"] == true)
            #expect(await fixture.sandbox.region { $0.sources.map(\.id) } == [1])
            #expect(await fixture.sandbox.region { $0.selections.map(\.sourceID) } == [1])
            let again = await fixture.run("source remove 2 -o json")
            #expect(again.status == 0)
            #expect(again.json["changed"] == false)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `keeps the last source unless forced`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run("source remove 1")
            #expect(run.status == 1)
            #expect(run.error.contains("it is the region's only source"))
            #expect(run.error.contains("hint: to remove it all the same: --force"))
            #expect(await fixture.writes().isEmpty)
            let forced = await fixture.run("source remove 1 --force")
            #expect(forced.status == 0)
            #expect(forced.error.contains("warning: it is the region's only source"))
            #expect(await fixture.sandbox.region { $0.sources.isEmpty })
        }
    }

    @Test func `keeps the one source of the commissioning release unless forced`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let run = await fixture.run("source remove 1")
            #expect(run.status == 1)
            #expect(run.error.contains("no other source has ubuntu/noble"))
            _ = await fixture.run("selection ensure noble --source 2")
            #expect(await fixture.run("source remove 1").status == 0)
        }
    }

    @Test func `refuses a name that several sources answer to`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run("source add http://a.example.com/ --preflight off --keyring auto")
            _ = await fixture.run("source add http://b.example.com/ --preflight off --keyring auto")
            let run = await fixture.run("source remove example.com")
            #expect(run.status == 64)
            #expect(run.error.contains("2 boot sources answer to \"example.com\""))
            #expect(await fixture.sandbox.region { $0.sources.count } == 3)
        }
    }
}
