import Sandbox
import TestSupport
import Testing

@Suite struct ApplyTests {
    @Test(arguments: MAASFlavour.allCases)
    func `makes a region as the document says, and writes nothing the second time`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = try await fixture.apply(Wishes.usual, "-o json")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json[0]?["changed"] == true)
            #expect(run.json[0]?["import"] == "started")
            #expect(
                run.json[0]?["steps"]?.elements.map { $0["result"] }
                    == ["done", "done", "done", "done"])
            #expect(
                await fixture.selected() == ["1 ubuntu/jammy:amd64", "1 ubuntu/noble:amd64,arm64"])
            #expect(await fixture.setting("boot_images_no_proxy") == true)
            let writes = await fixture.writes()
            let again = try await fixture.apply(Wishes.usual)
            #expect(again.status == 0)
            #expect(again.output == "unchanged: all is as the document says\n")
            #expect(await fixture.writes() == writes)
            let plan = try await fixture.plan(Wishes.usual)
            #expect(plan.status == 0)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `switches in place, adds a source, waits, and makes releases the defaults last`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(20) }) {
            fixture in
            let run = try await fixture.apply(Wishes.rich, "--wait -o json")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json[0]?["ready"] == true)
            #expect(await fixture.urls() == [Wishes.candidate, CommandFixture.mirror])
            #expect(
                await fixture.selected() == [
                    "1 ubuntu/jammy:amd64", "1 ubuntu/noble:amd64", "2 ubuntu/focal:arm64",
                ])
            #expect(await fixture.setting("commissioning_distro_series") == "jammy")
            #expect(await fixture.setting("default_distro_series") == "jammy")
            let writes = await fixture.writes()
            #expect(writes.last?.contains("op=set_config") == true)
            let again = try await fixture.apply(Wishes.rich, "--wait")
            #expect(again.status == 0)
            #expect(await fixture.writes() == writes)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `leaves a release for later whose image is not there yet`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(20) }) {
            fixture in
            let run = try await fixture.apply(Wishes.rich, "-o json")
            #expect(run.status == 8)
            #expect(run.errorJSON["hint"]?.text?.contains("--wait") == true)
            let deferred = run.json[0]?["steps"]?.elements.filter { $0["result"] == "deferred" }
            #expect(deferred?.map { $0["reason"] }.first == "ubuntu/jammy is not there yet")
            #expect(await fixture.setting("commissioning_distro_series") == "noble")
            await fixture.pass(.seconds(120))
            _ = try await fixture.apply(Wishes.rich)
            await fixture.pass(.seconds(120))
            let last = try await fixture.apply(Wishes.rich)
            #expect(last.status == 0, "\(last.output)\(last.error)")
            #expect(await fixture.setting("commissioning_distro_series") == "jammy")
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `only says what it would do in a dry run`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = try await fixture.apply(Wishes.rich, "--dry-run -o json")
            #expect(run.status == 0)
            #expect(run.json[0]?["changed"] == true && run.json[0]?["dry_run"] == true)
            let results = run.json[0]?["steps"]?.elements.compactMap { $0["result"]?.text } ?? []
            #expect(Set(results) == ["planned"])
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test func `goes on past a source that fails, and skips what hangs on it`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.inject(.createFails)
            let run = try await fixture.apply(
                """
                settings: {boot_images_no_proxy: true}
                sources:
                  - url: \(CommandFixture.mirror)
                    keyring: auto
                    selections: [{os: ubuntu, release: focal, arches: [amd64]}]
                  - url: stable
                    selections: [{os: ubuntu, release: jammy, arches: [amd64]}]
                """, "-o json")
            #expect(run.status == 9)
            let steps = run.json[0]?["steps"]?.elements ?? []
            #expect(steps.map { $0["result"] } == ["done", "failed", "skipped", "done", "done"])
            #expect(run.errorJSON["server_text"]?.text == "deadlock detected")
            #expect(await fixture.selected() == ["1 ubuntu/jammy:amd64", "1 ubuntu/noble:amd64"])
        }
    }

    @Test func `ends as its only part did`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.inject(.createFails)
            let run = try await fixture.apply(
                "sources: [{url: \(CommandFixture.mirror), keyring: auto, selections: []}]")
            #expect(run.status == 1)
            #expect(run.error.contains("the region said: deadlock detected"))
        }
    }

    @Test func `orders no import where the document says so`() async throws {
        try await CommandFixture.with { fixture in
            let run = try await fixture.apply("import: false\n" + Wishes.usual)
            #expect(run.status == 0)
            let writes = await fixture.writes()
            #expect(!writes.joined().contains("op=import"))
        }
    }

    @Test func `replaces declared variables alone`() async throws {
        try await CommandFixture.with { fixture in
            let path = try fixture.document(
                "variables: [SITE]\nsettings: {http_proxy: \"http://${SITE}:3128\"}")
            let run = await fixture.run("apply -f \(path)", adding: ["SITE": "p.example.com"])
            #expect(run.status == 0)
            #expect(await fixture.setting("http_proxy") == "http://p.example.com:3128")
        }
    }

    @Test func `refuses fields that the region does not have`() async throws {
        try await CommandFixture.with(.v3_7) { fixture in
            let run = try await fixture.apply("sources: [{url: stable, priority: 3}]")
            #expect(run.status == 64)
            #expect(run.error.contains("(line 2): boot sources have a priority only from MAAS 3.8"))
            #expect(await fixture.writes().isEmpty)
        }
    }
}
