import Commands
import Sandbox
import TestSupport
import Testing

@Suite struct ImportWaitTests {
    /// A region that fetches jammy for 24 seconds and is a third through.
    private func withImport(
        _ flavour: MAASFlavour = .v3_7, faults: [SandboxFault] = [],
        _ work: (CommandFixture) async throws -> Void
    ) async throws {
        let configure: (inout SandboxConfiguration) -> Void = {
            $0.importDuration = .seconds(24)
            $0.faults = faults
        }
        try await CommandFixture.with(flavour, configure: configure) { fixture in
            _ = await fixture.run("selection ensure jammy")
            _ = await fixture.run("import start")
            fixture.clock.advance(by: .seconds(8))
            try await work(fixture)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `returns when the images are there`(flavour: MAASFlavour) async throws {
        try await withImport(flavour) { fixture in
            let run = await fixture.run("import wait --progress none -o json")
            #expect(run.status == 0)
            #expect(run.json["ready"] == true)
            #expect(run.json["missing"] == [])
            let images = await fixture.sandbox.region { state in
                state.resources.filter { $0.name == "ubuntu/jammy" }
            }
            #expect(images.count == 1 && images[0].sets.allSatisfy(\.isComplete))
        }
    }

    @Test(arguments: [MAASFlavour.v3_3, .v3_8])
    func `exits 8 when the time is up`(flavour: MAASFlavour) async throws {
        try await withImport(flavour) { fixture in
            let run = await fixture.run("import wait --timeout 5s --progress none -o json")
            #expect(run.status == 8)
            let error = run.errorJSON
            #expect(error["code"] == "deadline_passed")
            #expect(error["message"]?.text?.contains("ubuntu/jammy:amd64") == true)
            #expect(error["hint"]?.text?.contains("maas-boot import wait") == true)
        }
    }

    @Test(arguments: [MAASFlavour.v3_7, .v3_8])
    func `exits 5 when nothing moves`(flavour: MAASFlavour) async throws {
        try await withImport(flavour, faults: [.stalledImport]) { fixture in
            let run = await fixture.run("import wait --stall-timeout 30s --progress none")
            #expect(run.status == 5)
            #expect(run.error.contains("nothing has moved for a while"))
            #expect(run.error.contains("--stall-timeout"))
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `fails with the region's own words`(flavour: MAASFlavour) async throws {
        try await withImport(flavour, faults: [.failedImport]) { fixture in
            let run = await fixture.run("import wait --progress none -o json")
            #expect(run.status == 1)
            let error = run.errorJSON
            #expect(error["server_text"]?.text?.isEmpty == false)
            #expect(error["hint"]?.text?.isEmpty == false)
        }
    }

    @Test(arguments: [
        (TerminationSignal.interrupt, Int32(130)), (.terminate, 143),
    ])
    func `leaves the import running when it is interrupted, and says so`(
        signal: TerminationSignal, status: Int32
    ) async throws {
        try await withImport { fixture in
            let signals = ManualSignals()
            let clock = StrikingClock(fixture.clock, at: 2) { signals.send(signal) }
            let run = await fixture.run(
                "import wait --progress none", signals: signals, clock: clock)
            #expect(run.status == status)
            #expect(run.error.contains("the import goes on in the region"))
            #expect(run.error.contains("maas-boot import wait"))
            #expect(await fixture.sandbox.region { $0.importRun } != nil)
            #expect(!(await fixture.writes().contains { $0.contains("stop_import") }))
        }
    }

    @Test func `goes on when the region restarts meanwhile`() async throws {
        try await withImport { fixture in
            await fixture.sandbox.inject(.unavailableOnce(retryAfter: 1))
            let run = await fixture.run("import wait --progress none --json ready")
            #expect(run.status == 0)
            #expect(run.json["ready"] == true)
        }
    }
}
