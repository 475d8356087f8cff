import Sandbox
import TestSupport
import Testing

@Suite struct SelectionAvailableTests {
    private func withSource(
        keyring: String? = nil, _ work: (CommandFixture, StreamServer) async throws -> Void
    ) async throws {
        try await MirrorFixture.with { streams in
            try await CommandFixture.with(configure: { $0.catalogues = StreamCatalogues() }) {
                fixture in
                let server = streams.server
                let run = await fixture.run(
                    "use \(server.url(.stable)) --no-import "
                        + "--keyring \(keyring ?? server.keyringPath)")
                #expect(run.status == 0, "\(run.error)")
                try await work(fixture, server)
            }
        }
    }

    @Test func `lists what the source offers, selected or not`() async throws {
        try await withSource { fixture, _ in
            let run = await fixture.run("selection available -o json")
            #expect(run.status == 0, "\(run.error)")
            let rows = run.json.elements
            #expect(
                rows.first?.names == [
                    "boot_source_id", "os", "release", "title", "arch", "subarch", "label",
                    "version", "selected",
                ])
            let chosen = rows.filter { $0["selected"] == true }
            #expect(!chosen.isEmpty)
            #expect(chosen.allSatisfy { $0["release"] == "noble" && $0["arch"] == "amd64" })
            #expect(rows.contains { $0["release"] == "jammy" && $0["selected"] == false })
            #expect(await fixture.writes().count == 1)
        }
    }

    @Test func `says when signatures were not checked`() async throws {
        try await withSource(keyring: "server:/nowhere/ring.gpg") { fixture, _ in
            let run = await fixture.run("selection available")
            #expect(run.status == 0)
            #expect(run.error.contains("(/nowhere/ring.gpg) is not on this machine"))
        }
    }

    @Test func `a source that cannot be read or believed is an error`() async throws {
        try await withSource { fixture, server in
            try server.misbehave(.status(503))
            #expect(await fixture.run("selection available").status == 5)
            server.behave()
            try server.misbehave(.tampered)
            let run = await fixture.run("selection available")
            #expect(run.status == 6)
            #expect(!run.error.contains("nothing was changed"))
        }
    }

    @Test(arguments: ["", " --dry-run"])
    func `an architecture that the stream does not have is refused by name`(
        option: String
    ) async throws {
        try await withSource { fixture, _ in
            let run = await fixture.run("selection ensure noble:amd46\(option) -o json")
            #expect(run.status == 7)
            let message = run.errorJSON["message"]?.text
            #expect(message?.hasSuffix("offers no ubuntu/noble for amd46") == true, "\(run.error)")
            #expect(run.errorJSON["hint"]?.text?.hasPrefix("it offers it for amd64") == true)
        }
    }

    @Test func `a document that selects what the stream does not have is refused without waiting`()
        async throws
    {
        try await withSource { fixture, server in
            let document = """
                version: 1
                sources:
                - url: \(server.url(.stable))
                  selections: [{os: ubuntu, release: nobel, arches: [amd64]}]
                """
            let plan = await fixture.run("plan -f -", input: document)
            #expect(plan.status == 2, "\(plan.error)")
            #expect(plan.error.contains("to be refused"))
            #expect(plan.error.contains("offers no ubuntu/nobel"))
            let before = fixture.clock.elapsed
            let run = await fixture.run("apply -f -", input: document)
            #expect(run.status == 7, "\(run.error)")
            #expect(run.output.contains("offers no ubuntu/nobel") || run.error.contains("nobel"))
            #expect(fixture.clock.elapsed - before < .seconds(5))
        }
    }

    @Test func `a release that the stream does not have is refused without waiting for it`()
        async throws
    {
        try await withSource { fixture, _ in
            let before = fixture.clock.elapsed
            let run = await fixture.run("selection ensure nobel -o json")
            #expect(run.status == 7)
            #expect(run.errorJSON["message"]?.text?.contains("offers no ubuntu/nobel") == true)
            #expect(run.errorJSON["hint"]?.text?.hasPrefix("did you mean ubuntu/noble?") == true)
            #expect(fixture.clock.elapsed - before < .seconds(5))
        }
    }
}
