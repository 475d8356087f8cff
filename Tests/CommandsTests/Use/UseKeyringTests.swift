import FoundationEssentials
import Sandbox
import TestSupport
import Testing

/// What `use` and `source update` do about keyrings.
@Suite struct UseKeyringTests {
    /// A public key in binary form.
    static let keyring = (try? [UInt8](Data(contentsOf: URL(filePath: path("site.gpg"))))) ?? []

    /// Where a file with that key is.
    static func path(_ name: String) -> String {
        let here = #filePath
        return here.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }
            + "/Fixtures/keyrings/\(name)"
    }

    private func stored(_ fixture: CommandFixture, _ id: Int = 1) async -> [UInt8]? {
        await fixture.sandbox.region { $0.sources.first { $0.id == id }?.keyringData }
    }

    @Test(arguments: [DefaultContent.debKeyring, DefaultContent.snapKeyring])
    func `takes the path that the region's official source shows`(path: String) async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.region { $0.sources[0].keyringFilename = path }
            let added = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto --json keyring_filename"
            )
            #expect(added.json["keyring_filename"]?.text == path)
            let run = await fixture.run(
                "use \(CommandFixture.mirror)/x --preflight off --keyring auto --source 1")
            #expect(run.status == 0)
            #expect(await fixture.sandbox.region { $0.sources[0].keyringFilename } == path)
        }
    }

    @Test func `says where keyrings lie when no source shows it`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.region { $0.sources[0].keyringFilename = "/etc/site.gpg" }
            let run = await fixture.run("use candidate --keyring auto")
            #expect(run.status == 64)
            #expect(run.error.contains("--keyring server:\(DefaultContent.debKeyring)"))
            #expect(run.error.contains("--keyring server:\(DefaultContent.snapKeyring)"))
        }
    }

    @Test(arguments: MAASFlavour.allCases, ["site.gpg", "site.asc"])
    func `puts an uploaded keyring in place of a path, byte for byte and without armour`(
        flavour: MAASFlavour, file: String
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let run = await fixture.run(
                "use \(CommandFixture.mirror) --preflight off --keyring \(Self.path(file))")
            #expect(run.status == 0)
            #expect(run.output.contains("keyring uploaded (\(Self.keyring.count) bytes)"))
            #expect(await stored(fixture) == Self.keyring)
            #expect(await fixture.sandbox.region { $0.sources[0].keyringFilename } == "")
            #expect(run.error.contains("warning: MAAS 3.8's newer API") == (flavour == .v3_8))
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `keeps a stored keyring when only the address changes`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            await fixture.sandbox.region {
                $0.sources[0].keyringFilename = ""
                $0.sources[0].keyringData = Self.keyring
            }
            let run = await fixture.run("use candidate")
            #expect(run.status == 0)
            #expect(await stored(fixture) == Self.keyring)
            #expect(await fixture.sandbox.region { $0.sources[0].url }.contains("candidate"))
        }
    }

    @Test func `finds an uploaded keyring unchanged the second time`() async throws {
        try await CommandFixture.with { fixture in
            let line =
                "use \(CommandFixture.mirror) --preflight off --keyring \(Self.path("site.gpg"))"
            _ = await fixture.run(line)
            let writes = await fixture.writes()
            let run = await fixture.run(line + " -o json")
            #expect(run.json["changed"] == false)
            #expect(await fixture.writes() == writes)
        }
    }

    @Test(arguments: [
        ("empty.gpg", ""), ("text.gpg", "this is no keyring\n"),
        ("page.gpg", "<!DOCTYPE html><html></html>"),
    ])
    func `refuses a file that is no keyring, before asking the region`(
        name: String, content: String
    ) async throws {
        try await CommandFixture.with { fixture in
            let path = try fixture.home.write(content, to: name)
            let run = await fixture.run("use candidate --keyring \(path)")
            #expect(run.status == 64)
            #expect(run.error.contains("keyring"))
            #expect(run.error.contains(path))
            #expect(run.error.contains("hint: "))
            #expect(await fixture.sandbox.requests().isEmpty)
        }
    }

    @Test func `refuses a directory or a missing file as a keyring`() async throws {
        try await CommandFixture.with { fixture in
            let missing = await fixture.run("use candidate --keyring /nowhere/site.gpg")
            #expect(missing.status == 7)
            #expect(missing.error.contains("hint: "))
            let directory = await fixture.run("use candidate --keyring \(fixture.home.path)")
            #expect(directory.status == 64)
            #expect(directory.error.contains("directory"))
            let relative = await fixture.run("use candidate --keyring server:keys.gpg")
            #expect(relative.status == 64)
            #expect(await fixture.sandbox.requests().isEmpty)
        }
    }
}
