import Sandbox
import TestSupport
import Testing

/// Documents that name their regions, and mirrors.
@Suite struct ApplyRegionsTests {
    static let text = """
        settings: {boot_images_no_proxy: true, http_proxy: "http://all.example.com:3128"}
        sources: [{url: stable, selections: [{os: ubuntu, release: jammy, arches: [amd64]}]}]
        regions:
          - profile: lab
          - profile: prod
            settings: {http_proxy: "http://prod.example.com:3128"}
            sources: [{url: stable, selections: [{os: ubuntu, release: focal, arches: [amd64]}]}]
        """

    private func withTwo(
        _ work: (CommandFixture, CommandFixture) async throws -> Void
    ) async throws {
        try await CommandFixture.with { lab in
            try await CommandFixture.with(.v3_8) { prod in
                try lab.keepProfile("lab")
                try lab.keepProfile("prod", of: prod)
                try await work(lab, prod)
            }
        }
    }

    @Test func `makes each region as its part says`() async throws {
        try await withTwo { lab, prod in
            let plan = try await lab.plan(Self.text, "--json region")
            #expect(plan.status == 2)
            let run = try await lab.apply(Self.text)
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(run.output.contains("lab: 4 done"))
            #expect(await lab.selected() == ["1 ubuntu/jammy:amd64", "1 ubuntu/noble:amd64"])
            #expect(await prod.selected() == ["1 ubuntu/focal:amd64", "1 ubuntu/noble:amd64"])
            #expect(await lab.setting("http_proxy") == "http://all.example.com:3128")
            #expect(await prod.setting("http_proxy") == "http://prod.example.com:3128")
            #expect(await prod.setting("boot_images_no_proxy") == true)
            let again = try await lab.plan(Self.text)
            #expect(again.status == 0, "\(again.output)")
        }
    }

    @Test func `goes on past a region that is gone`() async throws {
        try await withTwo { lab, prod in
            try lab.keepProfile("prod", at: "http://127.0.0.1:9/MAAS")
            let run = try await lab.apply(Self.text, "-o json")
            #expect(run.status == 9)
            #expect(run.json.elements.map { $0["name"] } == ["lab", "prod"])
            #expect(run.json.elements.map { $0["changed"] } == [true, false])
            #expect(run.errorJSON["message"]?.text?.contains("prod: ") == true)
            #expect(await lab.selected().count == 2)
            #expect(await prod.writes().isEmpty)
        }
    }

    @Test func `chooses among its regions alone`() async throws {
        try await withTwo { lab, prod in
            let run = try await lab.apply(Self.text, "-p prod")
            #expect(run.status == 0, "\(run.error)")
            #expect(await lab.writes().isEmpty)
            #expect(await !prod.writes().isEmpty)
            for words in ["-p other", "--all-profiles", "--url http://127.0.0.1:9/MAAS"] {
                let refused = try await lab.apply(Self.text, words)
                #expect(refused.status == 64)
                #expect(refused.error.contains("lab, prod"))
            }
        }
    }

    @Test func `keeps mirrors up to date through the code of mirror sync`() async throws {
        try await MirrorFixture.with { mirror in
            let text = """
                version: 1
                mirrors:
                  - directory: ../mirror
                    upstream: \(mirror.upstream)
                    keyring: \(mirror.server.keyringPath)
                    releases: [noble]
                    arches: [amd64]
                """
            let path = try mirror.room.write(text, to: "site/maas.yaml")
            let plan = await mirror.run(["plan", "-f", path, "-o", "json"])
            #expect(plan.status == 2, "\(plan.error)")
            #expect(plan.json[0]?["kind"] == "mirror" && plan.json[0]?["op"] == "sync")
            let run = await mirror.run(["apply", "-f", path, "-o", "json", "--progress", "none"])
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json[0]?["changed"] == true && run.json[0]?["kind"] == "mirror")
            let items = try mirror.mirror.items()
            #expect(!items.isEmpty)
            let again = await mirror.run(["apply", "-f", path, "-o", "json", "--progress", "none"])
            #expect(again.json[0]?["changed"] == false, "\(again.output)")
            let nothing = await mirror.run(["plan", "-f", path])
            #expect(nothing.status == 0, "\(nothing.output)")
            let aside = await mirror.run(["plan", "-f", path, "--only", "regions"])
            #expect(aside.status == 0)
        }
    }

    @Test func `names the mirror that mirror sync would not take`() async throws {
        try await CommandFixture.with { fixture in
            let run = try await fixture.plan(
                "mirrors: [{directory: /nowhere, upstream: stable, sign: ''}]")
            #expect(run.status == 64)
            #expect(run.error.contains("the mirror /nowhere (line 2)"))
        }
    }
}
