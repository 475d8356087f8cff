import Commands
import Sandbox
import TestSupport
import Testing

@Suite struct SourceListTests {
    @Test(arguments: MAASFlavour.allCases)
    func `lists sources under MAAS's own names`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let rows = await fixture.run("source list -o json").json.elements
            #expect(rows.count == 1)
            #expect(rows[0]["id"] == 1)
            #expect(
                rows[0]["keyring_filename"]?.text
                    == "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg")
            #expect(rows[0]["keyring_data"] == "")
            #expect(rows[0]["priority"] == (flavour == .v3_8 ? 1 : .null))
            #expect(rows[0]["enabled"] == (flavour == .v3_8 ? true : .null))
            #expect(rows[0]["name"] == (flavour == .v3_8 ? "MAAS Stable" : .null))
        }
    }

    @Test func `shows people only the columns that have something in them`() async throws {
        for (flavour, headings) in [
            (MAASFlavour.v3_7, ["ID", "URL", "KEYRING", "UPDATED"]),
            (.v3_8, ["ID", "NAME", "URL", "KEYRING", "PRIORITY", "ENABLED", "UPDATED"]),
        ] {
            try await CommandFixture.with(flavour) { fixture in
                let run = await fixture.run(
                    "source list", adding: ["NO_COLOR": "1"],
                    terminal: FixedTerminal([.output], width: 200))
                let heading = run.output.split(separator: "\n").first ?? ""
                #expect(heading.split(separator: " ").map(String.init) == headings)
            }
        }
    }

    @Test func `fits a narrow terminal by cutting what matters least`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            let run = await fixture.run(
                "source list", adding: ["NO_COLOR": "1"],
                terminal: FixedTerminal([.output], width: 80))
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.allSatisfy { $0.count <= 80 })
            #expect(lines[1].contains("http://images.maas.io/ephemeral-v3/stable "))
            #expect(lines[1].contains("…"))
        }
    }

    @Test func `writes whole lines with times for programs where no terminal is`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source list")
            #expect(!run.output.contains("…") && !run.output.contains("ago"))
            #expect(run.output.contains("http://images.maas.io/ephemeral-v3/stable/"))
        }
    }
}
