import Sandbox
import TestSupport
import Testing

@Suite struct SelectionEnsureTests {
    private func arches(_ fixture: CommandFixture, _ release: String, of source: Int = 1) async
        -> [String]?
    {
        await fixture.sandbox.region { state in
            state.selections.first { $0.release == release && $0.sourceID == source }?.arches
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `waits for the catalogue of a source that was just added`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour, configure: { $0.catalogueDelay = .seconds(30) }) {
            fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let before = fixture.clock.elapsed
            let run = await fixture.run(
                "selection ensure ubuntu/noble:amd64,arm64 --source 2 -o json")
            #expect(run.status == 0)
            #expect(run.json["changed"] == true)
            #expect(fixture.clock.elapsed - before >= .seconds(29))
            #expect(await arches(fixture, "noble", of: 2) == ["amd64", "arm64"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `joins what is selected already, and changes nothing twice`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let line = "selection ensure ubuntu/noble:arm64"
            let run = await fixture.run(line)
            #expect(run.status == 0)
            #expect(run.output == "selected ubuntu/noble:amd64,arm64 from boot source 1\n")
            #expect(await arches(fixture, "noble") == ["amd64", "arm64"])
            let writes = await fixture.writes()
            let again = await fixture.run(line + " -o json")
            #expect(again.status == 0)
            #expect(again.json["changed"] == false)
            #expect(again.json["arches"] == ["amd64", "arm64"])
            #expect(await fixture.writes() == writes)
        }
    }

    @Test func `takes several at once, and RELEASE alone for Ubuntu on amd64`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("selection ensure noble jammy:arm64 focal -o json")
            #expect(run.status == 0)
            #expect(run.json.elements.map { $0["changed"] } == [false, true, true])
            #expect(await arches(fixture, "jammy") == ["arm64"])
            #expect(await arches(fixture, "focal") == ["amd64"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `gives up when the catalogue never fills`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour, configure: { $0.faults = [.noCatalogue] }) {
            fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let run = await fixture.run("selection ensure jammy --source 2 --timeout 20s -o json")
            #expect(run.status == 8)
            let error = run.errorJSON
            #expect(error["code"] == "deadline_passed")
            #expect(error["message"]?.text?.contains("still has no ubuntu/jammy after 20") == true)
            #expect(error["hint"]?.text?.contains("maas-boot doctor") == true)
        }
    }

    @Test func `selects nothing in a dry run`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("selection ensure noble:arm64 --dry-run")
            #expect(run.output == "would select ubuntu/noble:amd64,arm64 from boot source 1\n")
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test func `asks which source is meant`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let run = await fixture.run("selection ensure jammy")
            #expect(run.status == 64)
            #expect(run.error.contains("say which with --source: "))
        }
    }

    @Test(arguments: [
        "ubuntu/", "/noble", "noble:", "a/b/c", "noble:amd64,,arm64",
        "ubuntu/a-release-of-too-many-letters",
    ])
    func `refuses what names no images`(images: String) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("selection ensure \(images)")
            #expect(run.status == 64)
            #expect(run.error.hasPrefix("error: "))
            #expect(await fixture.sandbox.requests().isEmpty)
        }
    }

    @Test func `tells the region's refusal of an architecture that is not there`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("selection ensure jammy:s390x")
            #expect(run.status == 1)
            #expect(run.error.contains("No available images to download for"))
        }
    }
}
