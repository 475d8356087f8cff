import FoundationEssentials
import Sandbox
import TestSupport
import Testing

@Suite struct SourceAddTests {
    private static let line = "source add \(CommandFixture.mirror) --preflight off --keyring auto"

    @Test(arguments: MAASFlavour.allCases)
    func `adds a source once`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let first = await fixture.run(Self.line + " -o json")
            #expect(first.status == 0)
            #expect(first.json["changed"] == true)
            #expect(first.json["id"] == 2)
            #expect(first.json["import"] == .null)
            let writes = await fixture.writes()
            #expect(writes == ["POST /MAAS/api/2.0/boot-sources/"])
            let second = await fixture.run(Self.line + " -o json")
            #expect(second.status == 0)
            #expect(second.json["changed"] == false)
            #expect(second.json["id"] == 2)
            #expect(await fixture.writes() == writes)
        }
    }

    @Test func `adds nothing in a dry run`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(Self.line + " --dry-run")
            #expect(run.output == "would add a boot source with \(CommandFixture.mirror)/\n")
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test func `wants a keyring`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("source add \(CommandFixture.mirror) --preflight off")
            #expect(run.status == 64)
            #expect(run.error.contains("hint: add --keyring auto, --keyring FILE"))
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `uploads a keyring byte for byte`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let path = UseKeyringTests.path("site.gpg")
            let run = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring \(path)")
            #expect(run.status == 0)
            let source = await fixture.sandbox.region { $0.sources.last }
            #expect(source?.keyringData == UseKeyringTests.keyring)
            #expect(source?.keyringFilename == "")
            #expect(run.error.contains("warning: ") == (flavour == .v3_8))
        }
    }

    @Test func `always tells 3.8 whether signatures are checked`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            let address = "http://mirror.example.com/streams/v1/index.json"
            _ = await fixture.run("source add \(address) --preflight off --keyring auto")
            #expect(await fixture.sandbox.region { $0.sources[1].skipKeyringVerification } == false)
            _ = await fixture.run(
                "source add http://open.example.com/ --preflight off --skip-keyring-verification")
            #expect(await fixture.sandbox.region { $0.sources[2].skipKeyringVerification } == true)
            for request in await fixture.sandbox.requests().writes {
                let body = String(decoding: request.body, as: UTF8.self)
                #expect(body.contains("skip_keyring_verification="))
            }
        }
    }

    @Test(arguments: [MAASFlavour.v3_3, .v3_5, .v3_7])
    func `never tells older regions of it`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            _ = await fixture.run(Self.line)
            _ = await fixture.run("use candidate --source 1")
            for request in await fixture.sandbox.requests().writes {
                let body = String(decoding: request.body, as: UTF8.self)
                #expect(!body.contains("skip_keyring_verification") && !body.contains("priority"))
            }
        }
    }

    @Test func `refuses a priority that is taken, before sending it`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            let run = await fixture.run(Self.line + " --priority 1")
            #expect(run.status == 1)
            #expect(run.error.contains("boot source 1 already has the priority 1"))
            #expect(run.error.contains("the next free one is 2"))
            #expect(await fixture.writes().isEmpty)
            #expect(await fixture.run(Self.line + " --priority 2").status == 0)
        }
    }

    @Test(arguments: [
        "--name Site", "--priority 5", "--disable-source", "--enable-source",
        "--skip-keyring-verification",
    ])
    func `refuses what only 3.8 has elsewhere`(option: String) async throws {
        for flavour in [MAASFlavour.v3_3, .v3_7] {
            try await CommandFixture.with(flavour) { fixture in
                let run = await fixture.run(Self.line + " " + option)
                #expect(run.status == 64)
                #expect(
                    run.error.contains("only from MAAS 3.8 on; this is \(flavour.version)"))
                #expect(run.error.contains("hint: "))
                #expect(await fixture.writes().isEmpty)
            }
        }
    }

    @Test func `refuses an address that is there with other settings`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run(Self.line)
            let run = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring server:/etc/other.gpg"
            )
            #expect(run.status == 1)
            #expect(run.error.contains("hint: change it instead: maas-boot source update 2"))
        }
    }

    @Test func `orders an import when told to`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(Self.line + " --import --json import")
            #expect(run.json["import"] == "started")
            #expect(
                await fixture.writes().last == "POST /MAAS/api/2.0/boot-resources/?op=import")
        }
    }
}
