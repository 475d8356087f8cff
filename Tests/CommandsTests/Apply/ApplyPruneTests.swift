import Sandbox
import TestSupport
import Testing

/// What goes with `--prune`, and what does not.
@Suite struct ApplyPruneTests {
    static let nobleAlone =
        "sources: [{url: stable, selections: [{os: ubuntu, release: noble, arches: [amd64]}]}]"

    @Test(arguments: MAASFlavour.allCases)
    func `removes what the document does not name, and only when told to`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            _ = await fixture.run("selection ensure noble:arm64 jammy")
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let before = await fixture.writes()
            let kept = try await fixture.apply(Self.nobleAlone)
            #expect(kept.status == 0)
            #expect(await fixture.writes() == before)
            let plan = try await fixture.plan(Self.nobleAlone, "--prune -o json")
            #expect(plan.status == 2)
            #expect(plan.json.elements.count { $0["op"] == "remove" } == 2)
            let run = try await fixture.apply(Self.nobleAlone, "--prune")
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(await fixture.selected() == ["1 ubuntu/noble:amd64"])
            #expect(await fixture.urls() == [Wishes.stable])
            let again = try await fixture.plan(Self.nobleAlone, "--prune")
            #expect(again.status == 0, "\(again.output)")
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `never drops the commissioning release's selection`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = try await fixture.apply(
                "sources: [{url: stable, selections: []}]", "--prune --force")
            #expect(run.status == 1)
            #expect(run.error.contains("machines commission with ubuntu/noble"))
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `removes the last source with force only`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = try await fixture.apply("sources: []", "--prune")
            #expect(run.status == 1)
            #expect(run.error.contains("the region would have no boot source left"))
            #expect(run.error.contains("--force"))
            #expect(await fixture.writes().isEmpty)
            let forced = try await fixture.apply("sources: []", "--prune --force")
            #expect(forced.status == 0, "\(forced.output)\(forced.error)")
            #expect(await fixture.urls().isEmpty)
        }
    }

    @Test func `leaves sources alone of which the document does not speak`() async throws {
        try await CommandFixture.with { fixture in
            let run = try await fixture.apply("settings: {boot_images_no_proxy: true}", "--prune")
            #expect(run.status == 0)
            #expect(await fixture.urls() == [Wishes.stable])
        }
    }

    @Test func `leaves a Site Manager's source alone without force`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            let url = "https://site.example.com/api/v1/images/latest/stable/streams/v1/index.json"
            _ = await fixture.run(
                "source add \(url) --preflight off --skip-keyring-verification")
            let writes = await fixture.writes()
            let run = try await fixture.apply(Self.nobleAlone, "--prune")
            #expect(run.status == 1)
            #expect(run.error.contains("enrolment in MAAS Site Manager"))
            #expect(await fixture.writes() == writes)
            let forced = try await fixture.apply(Self.nobleAlone, "--prune --force")
            #expect(forced.status == 0, "\(forced.output)\(forced.error)")
            #expect(await fixture.urls() == [Wishes.stable])
        }
    }
}
