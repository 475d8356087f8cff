import Commands
import FoundationEssentials
import Sandbox
import TestSupport
import Testing

/// A path in place of a stored keyring: the source is made anew, or put back.
@Suite struct UseReplacementTests {
    private static let keyring = "--preflight off --keyring server:\(DefaultContent.debKeyring)"
    /// Another address: the new source is made beside the old one.
    private static let beside = "use candidate \(keyring)"
    /// The same address, which no two sources can have: the old one goes first.
    private static let inPlace = "use stable \(keyring)"

    /// A region whose source holds a keyring and selects two releases.
    private func withStoredKeyring(
        _ flavour: MAASFlavour, configure: (inout SandboxConfiguration) -> Void = { _ in },
        _ work: (CommandFixture) async throws -> Void
    ) async throws {
        try await CommandFixture.with(flavour, configure: configure) { fixture in
            _ = await fixture.run("selection ensure jammy:amd64,arm64")
            await fixture.sandbox.region {
                $0.sources[0].keyringFilename = ""
                $0.sources[0].keyringData = UseKeyringTests.keyring
            }
            try await work(fixture)
        }
    }

    private func selections(_ fixture: CommandFixture) async -> Set<String> {
        await fixture.sandbox.region { state in
            Set(state.selections.map { "\($0.os)/\($0.release):\($0.arches.sorted())" })
        }
    }

    private func expectOldSource(_ fixture: CommandFixture) async {
        let source = await fixture.sandbox.region { $0.sources }
        #expect(source.count == 1)
        #expect(source.first?.url.contains("/stable") == true)
        #expect(source.first?.keyringData == UseKeyringTests.keyring)
        #expect(
            await selections(fixture)
                == [#"ubuntu/noble:["amd64"]"#, #"ubuntu/jammy:["amd64", "arm64"]"#])
    }

    @Test(arguments: MAASFlavour.allCases, [beside, inPlace])
    func `makes the source anew with its selections`(
        flavour: MAASFlavour, line: String
    ) async throws {
        try await withStoredKeyring(flavour) { fixture in
            let before = await selections(fixture)
            let run = await fixture.run(line)
            #expect(run.status == 0)
            #expect(run.output.hasPrefix("boot source 1 made anew as 2: "))
            let source = await fixture.sandbox.region { $0.sources }
            #expect(source.map(\.keyringFilename) == [DefaultContent.debKeyring])
            #expect(source.map(\.keyringData) == [[]])
            #expect(source.first?.url.contains("candidate") == line.contains("candidate"))
            #expect(await selections(fixture) == before)
        }
    }

    @Test(arguments: [beside, inPlace])
    func `keeps the name, priority and state of a source of 3.8`(line: String) async throws {
        try await withStoredKeyring(.v3_8) { fixture in
            await fixture.sandbox.region {
                $0.sources[0].name = "Site"
                $0.sources[0].priority = 7
                $0.sources[0].enabled = false
            }
            #expect(await fixture.run(line).status == 0)
            let source = await fixture.sandbox.region { $0.sources[0] }
            #expect(source.name == "Site" && source.priority == 7 && !source.enabled)
            #expect(!source.skipKeyringVerification)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `leaves the source as it is when none can be made beside it`(
        flavour: MAASFlavour
    ) async throws {
        try await withStoredKeyring(flavour) { fixture in
            await fixture.sandbox.inject(.createFails)
            let run = await fixture.run(Self.beside)
            #expect(run.status == 1)
            #expect(run.error.contains("hint: "))
            await expectOldSource(fixture)
            #expect(await fixture.sandbox.region { $0.sources.map(\.id) } == [1])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `puts the source back when it cannot be made anew`(flavour: MAASFlavour) async throws {
        try await withStoredKeyring(flavour) { fixture in
            await fixture.sandbox.inject(.createFails)
            let run = await fixture.run(Self.inPlace)
            #expect(run.status == 1)
            #expect(run.error.contains("boot source 1 could not be made anew"))
            #expect(run.error.contains("hint: it was put back as boot source 2"))
            await expectOldSource(fixture)
        }
    }

    @Test(arguments: [MAASFlavour.v3_3, .v3_8])
    func `says what is lost when it cannot be put back either`(flavour: MAASFlavour) async throws {
        try await withStoredKeyring(flavour) { fixture in
            await fixture.sandbox.inject(.createFails)
            await fixture.sandbox.inject(.createFails)
            let run = await fixture.run(Self.inPlace)
            #expect(run.status == 1)
            #expect(run.error.contains("could not be put back either"))
            #expect(run.error.contains("ubuntu/jammy:amd64,arm64"))
            #expect(run.error.contains("http://images.maas.io/ephemeral-v3/stable"))
        }
    }

    /// The new source's catalogue does not fill; the interruption comes while that is waited for.
    @Test(arguments: [MAASFlavour.v3_3, .v3_8], [beside, inPlace])
    func `puts everything back when it is interrupted in the middle`(
        flavour: MAASFlavour, line: String
    ) async throws {
        try await withStoredKeyring(flavour, configure: { $0.catalogueDelay = .seconds(5) }) {
            fixture in
            let signals = ManualSignals()
            let clock = StrikingClock(fixture.clock) { signals.send(.interrupt) }
            let run = await fixture.run(line, signals: signals, clock: clock)
            #expect(run.status == 130)
            #expect(run.error.contains("error: interrupted"))
            #expect(run.error.contains("put back as boot source") == (line == Self.inPlace))
            await expectOldSource(fixture)
        }
    }
}
