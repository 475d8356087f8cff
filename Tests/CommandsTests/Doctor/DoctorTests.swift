import Commands
import Sandbox
import TestSupport
import Testing

@Suite struct DoctorTests {
    /// What the doctor finds, by check.
    private func findings(
        _ flavour: MAASFlavour = .v3_7, options: String = "",
        _ prepare: (CommandFixture) async throws -> Void
    ) async throws -> (status: Int32, found: [String: JSONDocument]) {
        var result: (Int32, [String: JSONDocument]) = (-1, [:])
        try await CommandFixture.with(flavour) { fixture in
            try await prepare(fixture)
            let run = await fixture.run("doctor -o json \(options)")
            let rows = run.json.elements
            result = (
                run.status,
                Dictionary(rows.map { ($0["check"]?.text ?? "", $0) }) { first, second in
                    second["level"] == "ok" ? first : second
                }
            )
        }
        return result
    }

    /// The clock of these tests is a day behind the machine's, which is what the doctor goes by.
    @Test(arguments: MAASFlavour.allCases)
    func `finds nothing wrong with a fresh region`(flavour: MAASFlavour) async throws {
        let (status, found) = try await findings(flavour) { _ in }
        #expect(status == 0)
        for check in [
            "version", "clock", "connection", "permission", "auto-import", "sources",
            "images",
        ] {
            #expect(found[check]?["level"] == "ok", "\(check): \(String(describing: found[check]))")
        }
        #expect(!found.values.contains { $0["level"] == "problem" })
    }

    private func expect(
        _ check: String, _ level: JSONDocument, _ words: String, _ flavour: MAASFlavour = .v3_7,
        options: String = "", sourceLocation: SourceLocation = #_sourceLocation,
        _ prepare: (CommandFixture) async throws -> Void
    ) async throws {
        let (status, found) = try await findings(flavour, options: options, prepare)
        #expect(found[check]?["level"] == level, sourceLocation: sourceLocation)
        let message = found[check]?["message"]?.text ?? ""
        #expect(message.contains(words), sourceLocation: sourceLocation)
        #expect(status == (level == "problem" ? 1 : 0), sourceLocation: sourceLocation)
    }

    @Test func `finds a clock that is wrong`() async throws {
        try await expect("clock", "problem", "behind the region's") {
            await $0.sandbox.inject(.clockSkew(seconds: 290))
        }
        try await expect("clock", "warning", "ahead of the region's") {
            await $0.sandbox.inject(.clockSkew(seconds: -60))
        }
    }

    @Test func `finds a secret sent in the open`() async throws {
        try await expect(
            "connection", "warning", "shows the secret", options: "--oauth-signature plaintext"
        ) { _ in }
    }

    @Test func `finds a user who may not read sources`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(
                "doctor -o json", adding: ["MAAS_API_KEY": fixture.sandbox.userAPIKey])
            #expect(run.status == 1)
            let found = run.json.elements.first { $0["check"] == "permission" }
            #expect(found?["level"] == "problem")
            #expect(found?["message"]?.text?.contains("bob") == true)
        }
    }

    @Test func `finds a region that does not import by itself`() async throws {
        try await expect("auto-import", "warning", "does not import by itself") {
            await $0.sandbox.region { $0.settings["boot_images_auto_import"] = false }
        }
    }

    @Test func `finds a mirror that is asked through a proxy`() async throws {
        try await expect("proxy", "warning", "mirror.example.com") { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            await fixture.sandbox.region {
                $0.settings["enable_http_proxy"] = true
                $0.settings["http_proxy"] = "http://proxy.example.com:3128"
            }
        }
    }

    @Test func `finds that an old region goes through the proxy all the same`() async throws {
        let (_, found) = try await findings(.v3_7) { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            await fixture.sandbox.region {
                $0.settings["enable_http_proxy"] = true
                $0.settings["http_proxy"] = "http://proxy.example.com:3128"
                $0.settings["boot_images_no_proxy"] = true
            }
        }
        #expect(found["proxy"]?["level"] == "ok")
    }

    @Test func `finds that there is no source`() async throws {
        try await expect("sources", "problem", "no boot source") {
            _ = await $0.run("source remove 1 --force")
        }
    }

    @Test(arguments: [MAASFlavour.v3_7, .v3_8])
    func `finds a source without selections`(flavour: MAASFlavour) async throws {
        try await expect("selections", "warning", "has no selections", flavour) {
            _ = await $0.run("source add \(CommandFixture.mirror) --preflight off --keyring auto")
        }
    }

    @Test func `finds keyrings of two kinds of installation`() async throws {
        try await expect("keyring-path", "problem", "one of the Debian package") {
            _ = await $0.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring server:\(DefaultContent.snapKeyring)"
            )
        }
        try await expect("keyring-path", "warning", "cannot read") {
            _ = await $0.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring server:/home/x/k.gpg"
            )
        }
    }

    @Test func `finds a commissioning release that is not selected`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.region { $0.settings["commissioning_distro_series"] = "jammy" }
            let run = await fixture.run("doctor -o json")
            let found = run.json.elements.filter { $0["level"] != "ok" }
            #expect(found.contains { $0["message"]?.text?.contains("jammy") == true })
        }
    }

    @Test func `finds images that stay incomplete`() async throws {
        try await expect("images", "warning", "incomplete, and nothing is importing") { fixture in
            await fixture.sandbox.region { state in
                let index = state.resources.firstIndex { $0.name == "ubuntu/noble" } ?? 0
                state.resources[index].sets[0].files[0].stored = 1
            }
        }
    }

    @Test func `tells the region's notices`() async throws {
        try await expect("notice", "problem", "the region says: Failed to import") { fixture in
            await fixture.sandbox.inject(.failedImport)
            _ = await fixture.run("use candidate --wait --progress none")
        }
    }

    @Test func `writes a line a finding, with what mends it below`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run("source remove 1 --force")
            let run = await fixture.run("doctor")
            #expect(run.status == 1)
            #expect(
                run.output.contains(
                    "problem sources: the region has no boot source\n        fix: maas-boot source add"
                ))
        }
    }
}
