import Sandbox
import TestSupport
import Testing

/// What has to come before what, on one generation of regions or another.
@Suite struct ApplyOrderTests {
    /// Jammy in noble's place, also for commissioning.
    static let jammyAlone = """
        settings: {commissioning_distro_series: jammy}
        sources: [{url: stable, selections: [{os: ubuntu, release: jammy, arches: [amd64]}]}]
        """

    private func deletions(_ fixture: CommandFixture) async -> [String] {
        await fixture.writes().filter { $0.hasPrefix("DELETE") }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `drops the commissioning release's selection after another is imported and set`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(20) }) {
            fixture in
            let run = try await fixture.apply(Self.jammyAlone, "--prune --wait")
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(await fixture.selected() == ["1 ubuntu/jammy:amd64"])
            let writes = await fixture.writes()
            let set = writes.firstIndex { $0.contains("op=set_config") }
            let dropped = writes.firstIndex { $0.hasPrefix("DELETE") }
            #expect(set != nil && dropped != nil)
            #expect(set ?? 0 < dropped ?? 0)
            let again = try await fixture.apply(Self.jammyAlone, "--prune")
            #expect(again.status == 0)
            #expect(await fixture.writes() == writes)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `keeps that selection until then when it does not wait`(flavour: MAASFlavour) async throws
    {
        try await CommandFixture.with(flavour, configure: { $0.importDuration = .seconds(20) }) {
            fixture in
            let run = try await fixture.apply(Self.jammyAlone, "--prune")
            #expect(run.status == 8, "\(run.output)\(run.error)")
            #expect(run.output.contains("machines commission with ubuntu/noble until then"))
            #expect(await fixture.selected() == ["1 ubuntu/jammy:amd64", "1 ubuntu/noble:amd64"])
            #expect(await deletions(fixture).isEmpty)
            await fixture.pass(.seconds(60))
            let again = try await fixture.apply(Self.jammyAlone, "--prune")
            #expect(again.status == 0, "\(again.output)\(again.error)")
            #expect(await fixture.selected() == ["1 ubuntu/jammy:amd64"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `waits for the catalogue of a new source`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour, configure: { $0.catalogueDelay = .seconds(40) }) {
            fixture in
            let run = try await fixture.apply(Wishes.rich)
            #expect(!run.output.contains("failed"), "\(run.output)\(run.error)")
            #expect(await fixture.selected().last == "2 ubuntu/focal:arm64")
        }
    }

    @Test func `gives a catalogue that never fills no more time than it was told`() async throws {
        try await CommandFixture.with(configure: { $0.faults = [.noCatalogue] }) { fixture in
            let run = try await fixture.apply(
                """
                sources:
                  - url: \(CommandFixture.mirror)
                    keyring: auto
                    selections: [{os: ubuntu, release: focal, arches: [amd64]}]
                """, "--catalogue-timeout 20s")
            #expect(run.status == 9)
            #expect(run.error.contains("still has no ubuntu/focal after 20 seconds"))
        }
    }

    static let moved = """
        sources:
          - url: candidate
            replaces: [stable]
            selections: [{os: ubuntu, release: jammy, arches: [arm64]}]
        """

    @Test(arguments: [MAASFlavour.v3_3, .v3_5, .v3_7], [nil, "arm64"])
    func `imports before it selects from source 1, which does not read its new catalogue`(
        flavour: MAASFlavour, arch: String?
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            await fixture.sandbox.region { state in
                state.caches[1]?.catalogue.images.removeAll {
                    $0.release == "jammy" && $0.arch == arch ?? $0.arch
                }
            }
            let run = try await fixture.apply(Self.moved)
            #expect(run.status == 0, "\(run.output)\(run.error)")
            let writes = await fixture.writes()
            let imported = writes.firstIndex { $0.contains("op=import") }
            let selected = writes.lastIndex { $0.hasSuffix("/selections/") }
            #expect(imported != nil && selected != nil)
            #expect(imported ?? 0 < selected ?? 0)
            #expect(await fixture.selected().first == "1 ubuntu/jammy:arm64")
            await fixture.pass(.seconds(60))
            let jammy = await fixture.sandbox.region { state in
                state.resources.first { $0.name == "ubuntu/jammy" }?.sets.map(\.version)
            }
            #expect(jammy == ["20260815"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `sends a stored keyring along when the address changes`(flavour: MAASFlavour) async throws
    {
        try await CommandFixture.with(flavour) { fixture in
            await fixture.sandbox.region {
                $0.sources[0].keyringFilename = ""
                $0.sources[0].keyringData = UseKeyringTests.keyring
            }
            let run = try await fixture.apply(Self.moved)
            #expect(run.status == 0, "\(run.output)\(run.error)")
            let stored = await fixture.sandbox.region { $0.sources.map(\.keyringData) }
            #expect(stored == [UseKeyringTests.keyring])
        }
    }

    // MARK: 3.8

    @Test func `swaps the priorities of two sources, no two having one at any moment`() async throws
    {
        try await CommandFixture.with(.v3_8) { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto --priority 7")
            let text =
                "sources: [{url: stable, priority: 7}, {url: \(CommandFixture.mirror), priority: 1}]"
            let run = try await fixture.apply(text)
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(await fixture.sandbox.region { $0.sources.map(\.priority) } == [7, 1])
            let again = try await fixture.apply(text, "-o json")
            #expect(again.json[0]?["changed"] == false)
        }
    }

    @Test func `chooses a priority for a new source that no other is to have`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            let run = try await fixture.apply(
                "sources: [{url: \(CommandFixture.mirror), keyring: auto}, {url: stable, priority: 2}]"
            )
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(await fixture.sandbox.region { $0.sources.map(\.priority) } == [2, 3])
        }
    }

    @Test func `orders no import on 3.8 while one runs, and another when it has ended`()
        async throws
    {
        try await CommandFixture.with(.v3_8, configure: { $0.importDuration = .seconds(20) }) {
            fixture in
            let run = try await fixture.apply(Self.moved)
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(run.error.contains("apply the document again when it has ended"))
            #expect(await !fixture.writes().joined().contains("op=import"))
            let soon = try await fixture.plan(Self.moved)
            #expect(soon.status == 2)
            await fixture.pass(.seconds(60))
            let later = try await fixture.apply(Self.moved, "-o json")
            #expect(later.json[0]?["import"] == "started")
            #expect(try await fixture.plan(Self.moved).status == 0)
        }
    }

    @Test func `takes an architecture out on 3.8 before the import that brings the rest back`()
        async throws
    {
        try await CommandFixture.with(.v3_8) { fixture in
            _ = await fixture.run("selection ensure noble:arm64")
            let before = await fixture.writes().count
            let run = try await fixture.apply(
                "sources: [{url: stable, selections: [{os: ubuntu, release: noble, arches: [amd64]}]}]",
                "--prune")
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(await fixture.selected() == ["1 ubuntu/noble:amd64"])
            let writes = await fixture.writes().dropFirst(before)
            #expect(writes.map { String($0.prefix(4)) } == ["DELE", "POST", "POST"])
            #expect(writes.last?.contains("op=import") == true)
        }
    }

    @Test func `lets the import that 3.8 starts by itself be the one`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            await fixture.sandbox.region { $0.settings["boot_images_auto_import"] = false }
            let run = try await fixture.apply(
                """
                settings: {boot_images_auto_import: true}
                sources: [{url: stable, selections: [{os: ubuntu, release: jammy, arches: [amd64]}]}]
                """)
            #expect(run.status == 0, "\(run.output)\(run.error)")
            let writes = await fixture.writes()
            #expect(!writes.joined().contains("op=import"))
            #expect(writes.last?.contains("op=set_config") == true)
        }
    }
}
