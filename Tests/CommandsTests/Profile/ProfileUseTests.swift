import Sandbox
import TestSupport
import Testing

@Suite struct ProfileUseTests {
    private static let none = ["MAAS_URL": "", "MAAS_API_KEY": ""]

    @Test func `chooses the region that commands go to`() async throws {
        try await CommandFixture.with(.v3_3) { first in
            try await CommandFixture.with(.v3_8) { second in
                try first.keepProfile("old")
                try first.keepProfile("new", of: second)
                let before = await first.run("status --json version", adding: Self.none)
                #expect(before.json["version"] == "3.3.9")
                #expect(await first.run("profile use new").status == 0)
                let after = await first.run("status --json version", adding: Self.none)
                #expect(after.json["version"]?.text?.hasPrefix("3.8.0") == true)
                let again = await first.run("profile use new -o json")
                #expect(again.json["changed"] == false)
            }
        }
    }

    @Test func `refuses a profile that is not there`() async throws {
        try await CommandFixture.with { fixture in
            try fixture.keepProfile("prod")
            let run = await fixture.run("profile use prd")
            #expect(run.status == 7)
            #expect(run.error.contains("prod"))
        }
    }

    @Test func `says what to do when there is no region at all`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source list", adding: Self.none)
            #expect(run.status == 4 || run.status == 64 || run.status == 7)
            #expect(run.error.contains("hint: ") && run.error.contains("maas-boot login"))
        }
    }
}
