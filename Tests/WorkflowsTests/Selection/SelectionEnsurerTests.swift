import MAAS
import Sandbox
import TestSupport
import Testing
import Transport
import Workflows

@Suite struct SelectionEnsurerTests {
    private static let jammy = SelectionRequest(os: "ubuntu", release: "jammy", arches: ["amd64"])

    @Test(arguments: MAASFlavour.allCases)
    func `waits for a catalogue that fills late`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) {
            $0.catalogues = BuiltInCatalogue(aliases: ["http://mirror.example.com/x"])
            $0.catalogueDelay = .seconds(40)
        } _: { lab in
            let plan = try SourcePlanner(version: lab.session.version, sources: []).add(
                SourceWish(
                    url: "http://mirror.example.com/x",
                    keyring: .serverPath(KeyringChoice.debianPath)))
            let source = try await SourceExecutor(session: lab.session, clock: lab.clock)
                .execute(plan)
            let ensurer = SelectionEnsurer(session: lab.session, clock: lab.clock)
            let stopwatch = Stopwatch(lab.clock)
            let made = try await ensurer.ensure(Self.jammy, in: source)
            #expect(made.changed)
            #expect(stopwatch.elapsed >= .seconds(40))
            #expect(stopwatch.elapsed < .seconds(43))
            let again = try await ensurer.ensure(Self.jammy, in: source)
            #expect(!again.changed)
            #expect(again.selection == made.selection)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `gives up when its patience ends and says what to look at`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            let ensurer = SelectionEnsurer(
                session: lab.session, clock: lab.clock, patience: .seconds(20))
            let request = SelectionRequest(os: "ubuntu", release: "bionic", arches: ["amd64"])
            let source = try await lab.source()
            let error = await workflowError { try await ensurer.ensure(request, in: source) }
            #expect(error?.kind == .deadline)
            #expect(error?.hint?.contains("maas-boot source probe") == true)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `the default selection gets another architecture`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let ensurer = SelectionEnsurer(session: lab.session, clock: lab.clock)
            let request = SelectionRequest(os: "ubuntu", release: "noble", arches: ["arm64"])
            let outcome = try await ensurer.ensure(request, in: try await lab.source())
            #expect(outcome.changed)
            #expect(outcome.selection.arches == ["amd64", "arm64"])
            let writes = await lab.sandbox.requests().writes
            #expect(writes.map(\.method) == ["PUT"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `an architecture is taken out`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { $0.selections[0].arches = ["amd64", "arm64"] }
            let source = try await lab.source()
            let removal = try SelectionRemoval(
                removing: (os: "ubuntu", release: "noble", arches: ["arm64"]),
                from: try await lab.session.client.selections(of: source.id),
                version: lab.session.version)
            try await SelectionEnsurer(session: lab.session, clock: lab.clock)
                .carryOut(removal, in: source)
            let left = try await lab.session.client.selections(of: source.id)
            #expect(left.map(\.arches) == [["amd64"]])
        }
    }

    @Test func `a selection that cannot be made again is told with the command that does`()
        async throws
    {
        let held = selection("noble", ["amd64", "arm64"])
        let removal = try SelectionRemoval(
            removing: (os: "ubuntu", release: "noble", arches: ["arm64"]), from: [held],
            version: Versions.v3_8)
        let steps = [
            ScriptedStep(.delete, "boot-sources/1/selections/1/", .noContent),
            ScriptedStep(.post, "boot-sources/1/selections/", .text("deadlock", status: 500)),
        ]
        let error = try await ScriptedExchange.run(steps) { exchange in
            let session = RegionSession(
                client: RegionClient(url: ScriptedExchange.region, signer: nil, exchange: exchange),
                version: Versions.v3_8)
            return await workflowError {
                try await SelectionEnsurer(session: session, clock: TestClock())
                    .carryOut(removal, in: bootSource(1, "http://mirror.example.com"))
            }
        }
        #expect(error?.kind == .incomplete)
        #expect(error?.hint == "maas-boot selection ensure ubuntu/noble:amd64 --source 1")
    }
}
