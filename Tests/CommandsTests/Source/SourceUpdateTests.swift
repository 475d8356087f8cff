import Sandbox
import TestSupport
import Testing

@Suite struct SourceUpdateTests {
    @Test func `changes what 3.8 has, and says nothing changed the second time`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            let line = "source update 1 --name Main --priority 9 --disable-source"
            let run = await fixture.run(line)
            #expect(run.status == 0)
            #expect(run.output == "boot source 1 changed: name Main, priority 9, disabled\n")
            let source = await fixture.sandbox.region { $0.sources[0] }
            #expect(source.name == "Main" && source.priority == 9 && !source.enabled)
            #expect(!source.skipKeyringVerification)
            let writes = await fixture.writes()
            #expect(await fixture.run(line + " -o json").json["changed"] == false)
            #expect(await fixture.writes() == writes)
        }
    }

    @Test func `sends the verification flag with every change on 3.8`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            await fixture.sandbox.region { $0.sources[0].skipKeyringVerification = true }
            _ = await fixture.run("source update 1 --priority 4")
            let body = await fixture.sandbox.requests().writes.first?.body ?? []
            #expect(
                String(decoding: body, as: UTF8.self).contains("skip_keyring_verification=true"))
        }
    }

    @Test func `refuses a priority that is taken, and one that no region keeps`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let writes = await fixture.writes()
            let taken = await fixture.run("source update 2 --priority 1")
            #expect(taken.status == 1)
            #expect(taken.error.contains("boot source 1 already has the priority 1"))
            let low = await fixture.run(words: ["source", "update", "2", "--priority=-1"])
            #expect(low.status == 64)
            #expect(await fixture.writes() == writes)
        }
    }

    @Test func `moves a source, and imports only when told to`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source update 1 --to candidate -o json")
            #expect(run.json["changed"] == true)
            #expect(run.json["import"] == .null)
            #expect(await fixture.writes() == ["PUT /MAAS/api/2.0/boot-sources/1/"])
        }
    }

    @Test func `says what is missing when told to change nothing`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source update 1")
            #expect(run.status == 64)
            #expect(run.error.contains("--to"))
            #expect(await fixture.sandbox.requests().isEmpty)
        }
    }

    @Test func `changes nothing in a dry run`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source update 1 --to candidate --dry-run")
            #expect(run.output.hasPrefix("would change boot source 1: "))
            #expect(await fixture.writes().isEmpty)
        }
    }
}
