import FoundationEssentials
import TestSupport
import Testing

@Suite struct LogoutTests {
    @Test func `forgets the profile and its key, once`() async throws {
        try await CommandFixture.with { fixture in
            try fixture.keepProfile("prod")
            let first = await fixture.run("logout prod")
            #expect(first.status == 0)
            #expect(first.output == "profile prod removed\n")
            let path = fixture.home.path(".config/maas-boot/profiles.json")
            let kept = try String(contentsOfFile: path, encoding: .utf8)
            #expect(fixture.secrets.traces(in: kept).isEmpty)
            let second = await fixture.run("logout prod -o json")
            #expect(second.status == 0)
            #expect(second.json["changed"] == false)
        }
    }

    @Test func `leaves the official CLI's profiles to it`() async throws {
        try await CommandFixture.with { fixture in
            try fixture.home.copy(MaasCLIFixture.path("3.7.3.maascli.db"), to: ".maascli.db")
            let run = await fixture.run("logout plain")
            #expect(run.status == 1)
            #expect(run.error.contains("hint: maas logout plain"))
        }
    }
}
