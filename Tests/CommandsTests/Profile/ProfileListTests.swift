import Commands
import TestSupport
import Testing

@Suite struct ProfileListTests {
    @Test func `lists its own profiles and the official CLI's, and stars the one in use`()
        async throws
    {
        try await CommandFixture.with { fixture in
            try fixture.keepProfile("prod")
            try fixture.keepProfile("other")
            try fixture.home.copy(MaasCLIFixture.path("3.7.3.maascli.db"), to: ".maascli.db")
            let run = await fixture.run("profile list --json name,current,origin,problem")
            #expect(run.status == 0)
            let rows = run.json.elements
            #expect(
                rows.map { $0["name"]?.text }
                    == ["anon", "other", "other", "plain", "prod", "tls"])
            #expect(rows.filter { $0["current"] == true }.map { $0["name"] } == ["prod"])
            #expect(
                rows.map { $0["origin"]?.text }
                    == ["maas", "maas-boot", "maas", "maas", "maas-boot", "maas"])
            #expect(rows[0]["problem"]?.text?.contains("no API key") == true)
        }
    }

    @Test func `says on a terminal that there are none`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("profile list", terminal: FixedTerminal([.output]))
            #expect(run.status == 0)
            #expect(run.output.isEmpty)
            #expect(run.error == "no profiles\n")
        }
    }
}
