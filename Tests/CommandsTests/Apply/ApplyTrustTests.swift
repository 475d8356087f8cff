import Commands
import Sandbox
import TestSupport
import Testing

/// What is looked at before a region is pointed at a stream, what waits end with, and who may.
@Suite struct ApplyTrustTests {
    private func withStream(
        _ work: (CommandFixture, StreamServer) async throws -> Void
    ) async throws {
        try await MirrorFixture.with { streams in
            try await CommandFixture.with(configure: { $0.catalogues = StreamCatalogues() }) {
                try await work($0, streams.server)
            }
        }
    }

    private func text(_ server: StreamServer, _ release: String) -> String {
        """
        sources:
          - url: \(server.url(.stable))
            keyring: file:\(server.keyringPath)
            selections: [{os: ubuntu, release: \(release), arches: [amd64]}]
        """
    }

    @Test func `refuses a source that lacks what is to be selected, and plans say so`() async throws
    {
        try await withStream { fixture, server in
            let path = try fixture.document(text(server, "warty"))
            let plan = await fixture.run("plan -f \(path)")
            #expect(plan.status == 2)
            #expect(plan.error.contains("to be refused: "), "\(plan.error)")
            #expect(plan.error.contains("does not offer ubuntu/warty"))
            let run = await fixture.run("apply -f \(path)")
            #expect(run.status == 1)
            #expect(run.error.contains("does not offer ubuntu/warty"))
            #expect(await fixture.writes().isEmpty)
            let again = await fixture.run("plan -f \(path)")
            #expect(!again.output.contains("~"))
        }
    }

    @Test func `takes a source that has it, and finds the file's keyring unchanged`() async throws {
        try await withStream { fixture, server in
            let path = try fixture.document(text(server, "jammy"))
            let run = await fixture.run("apply -f \(path)")
            #expect(run.status == 0, "\(run.output)\(run.error)")
            #expect(await fixture.selected().last == "2 ubuntu/jammy:amd64")
            let plan = await fixture.run("plan -f \(path)")
            #expect(plan.status == 0, "\(plan.output)")
        }
    }

    @Test(arguments: [MAASFlavour.v3_7, .v3_8])
    func `exits 4 for a user who may not`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let path = try fixture.document(Wishes.usual)
            let run = await fixture.run(
                "apply -f \(path) --preflight off",
                adding: ["MAAS_API_KEY": fixture.sandbox.userAPIKey])
            #expect(run.status == 4, "\(run.output)\(run.error)")
        }
    }

    @Test func `ends a wait as import wait does`() async throws {
        let wanted =
            "sources: [{url: stable, selections: [{os: ubuntu, release: jammy, arches: [amd64]}]}]"
        try await CommandFixture.with(configure: { $0.faults = [.failedImport] }) { fixture in
            let run = try await fixture.apply(wanted, "--wait")
            #expect(run.status == 1, "\(run.output)\(run.error)")
            #expect(run.error.contains("the region said: Failed to import images from"))
        }
        try await CommandFixture.with(configure: { $0.importDuration = .seconds(600) }) { fixture in
            let run = try await fixture.apply(wanted, "--wait --timeout 60s")
            #expect(run.status == 8, "\(run.output)\(run.error)")
        }
    }

    @Test func `says on a terminal what programs get, without colours in it`() async throws {
        try await CommandFixture.with { fixture in
            let path = try fixture.document(Wishes.usual)
            let run = await fixture.run(
                "plan -f \(path) --preflight off", terminal: FixedTerminal([.output]))
            #expect(
                run.output.hasPrefix("~ setting boot_images_no_proxy\n    value: false -> true\n"))
        }
    }
}
