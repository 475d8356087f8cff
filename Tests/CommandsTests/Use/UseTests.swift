import Sandbox
import TestSupport
import Testing

@Suite struct UseTests {
    static let candidate = "http://images.maas.io/ephemeral-v3/candidate"

    @Test(arguments: MAASFlavour.allCases)
    func `switches the source in place and keeps its selections`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let before = await fixture.sandbox.region { $0.selections }
            let run = await fixture.run("use candidate -o json")
            #expect(run.status == 0)
            let report = run.json
            #expect(report["changed"] == true)
            #expect(report["id"] == 1)
            #expect(report["url"]?.text?.hasPrefix(Self.candidate) == true)
            #expect(report["previous_url"]?.text?.contains("/stable") == true)
            #expect(report["import"] == (flavour == .v3_8 ? "starts-by-itself" : "started"))
            #expect(await fixture.sandbox.region { $0.selections } == before)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `changes nothing the second time`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            _ = await fixture.run("use candidate --no-import")
            let writes = await fixture.writes()
            let run = await fixture.run("use candidate")
            #expect(run.status == 0)
            #expect(run.output.hasPrefix("boot source 1 unchanged: \(Self.candidate)"))
            #expect(await fixture.writes() == writes)
        }
    }

    @Test func `takes an address that differs by its slash or scheme for the same`() async throws {
        try await CommandFixture.with { fixture in
            for address in [
                "http://images.maas.io/ephemeral-v3/stable", "stable",
                "https://images.maas.io/ephemeral-v3/stable/",
            ] {
                let run = await fixture.run("use \(address) -o json")
                #expect(run.json["changed"] == false)
            }
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `only says what it would do in a dry run`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run("use candidate --dry-run")
            #expect(run.status == 0)
            #expect(run.output.hasPrefix("would change boot source 1: \(Self.candidate)"))
            #expect(await fixture.writes().isEmpty)
            let json = await fixture.run("use candidate --dry-run -o json").json
            #expect(json["changed"] == true && json["dry_run"] == true)
        }
    }

    @Test func `orders no import when told not to`() async throws {
        try await CommandFixture.with { fixture in
            #expect(await fixture.run("use candidate --no-import").status == 0)
            #expect(await fixture.writes() == ["PUT /MAAS/api/2.0/boot-sources/1/"])
        }
    }

    @Test func `sends no import order after a new address on 3.8, which fetches by itself`()
        async throws
    {
        try await CommandFixture.with(.v3_8) { fixture in
            _ = await fixture.run("use candidate")
            _ = await fixture.run("use stable --import")
            #expect(await fixture.writes().allSatisfy { !$0.contains("op=import") })
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `waits until the new stream's images are there`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(20) }) {
            fixture in
            let run = await fixture.run("use candidate --wait --progress none -o json")
            #expect(run.status == 0)
            let report = run.json
            #expect(report["ready"] == true)
            #expect(report["elapsed_seconds"] != .null)
            let noble = await fixture.sandbox.region { state in
                state.resources.first { $0.name == "ubuntu/noble" }?.sets ?? []
            }
            #expect(noble.map(\.version) == ["20260815"])
            #expect(noble.first?.isComplete == true)
        }
    }

    @Test func `a source that brings nothing is not the stream in use`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let empty = await fixture.run("use \(CommandFixture.mirror)")
            #expect(empty.status == 0)
            #expect(empty.error.contains("boot source 2 selects no images"), "\(empty.error)")
            _ = await fixture.run("source update 2 --disable-source")
            let writes = await fixture.writes()
            let run = await fixture.run("use \(CommandFixture.mirror)")
            #expect(run.status == 1)
            #expect(run.error.contains("is disabled: no images come from it"), "\(run.error)")
            #expect(run.error.contains("enable it: maas-boot source update 2 --enable-source"))
            #expect(await fixture.writes() == writes)
            let moved = await fixture.run("use candidate --source 2 --preflight off")
            #expect(moved.status == 0)
            #expect(moved.error.contains("warning: boot source 2 is disabled"), "\(moved.error)")
        }
    }

    @Test func `lists the sources when it is not clear which is meant`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let writes = await fixture.writes()
            let run = await fixture.run("use candidate")
            #expect(run.status == 64)
            #expect(run.error.contains("the region has 2 boot sources"))
            #expect(run.error.contains("say which with --source: "))
            #expect(run.error.contains("1 (http://images.maas.io/ephemeral-v3/stable/)"))
            #expect(run.error.contains("2 (\(CommandFixture.mirror)/)"))
            #expect(await fixture.writes() == writes)
        }
    }

    @Test(arguments: ["2", CommandFixture.mirror, "mirror.example.com", "Site"])
    func `takes the source by its id, address or name`(reference: String) async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto --name Site")
            let run = await fixture.run("use candidate --source \(reference) --json id,url")
            #expect(run.status == 0)
            #expect(run.json["id"] == 2)
            #expect(run.json["url"]?.text == Self.candidate)
        }
    }

    @Test(arguments: [("9", 7), ("nowhere.example.com", 7), ("example", 64)])
    func `refuses a source that is not there, or not one`(
        reference: String, status: Int32
    ) async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run("source add http://a.example.com/ --preflight off --keyring auto")
            _ = await fixture.run("source add http://b.example.com/ --preflight off --keyring auto")
            let run = await fixture.run("use candidate --source \(reference)")
            #expect(run.status == status)
            #expect(run.error.contains("2 (http://a.example.com/)"))
        }
    }

    @Test(arguments: [
        ("http://mirror/maas/", "refuses the host \"mirror\""),
        ("http://mirror.example.com/\(String(repeating: "x", count: 200))", "at most 200"),
        ("mirror.example.com/maas", "neither a stream nor an address"),
        ("ftp://mirror.example.com/", "http and https only"),
        ("http://u:p@mirror.example.com/", "user name or password"),
        ("testing", "neither a stream nor an address"),
    ])
    func `refuses an address that regions refuse, before asking one`(
        address: String, words: String
    ) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("use \(address) -o json")
            #expect(run.status == 64)
            #expect(run.errorJSON["message"]?.text?.contains(words) == true)
            #expect(await fixture.sandbox.requests().isEmpty)
        }
    }

    @Test func `refuses an address that another source has`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            let run = await fixture.run("use \(CommandFixture.mirror) --preflight off --source 1")
            #expect(run.status == 1)
            #expect(run.error.contains("boot source 2 already has the address"))
            #expect(run.error.contains("hint: "))
        }
    }

    @Test func `tells the region's notice when the import fails`() async throws {
        try await CommandFixture.with(configure: { $0.faults = [.failedImport] }) { fixture in
            let run = await fixture.run("use candidate --wait --progress none")
            #expect(run.status == 1)
            #expect(run.error.contains("the import failed"))
            #expect(run.error.contains("the region said: Failed to import images from"))
            #expect(run.error.contains("hint: "))
        }
    }
}
