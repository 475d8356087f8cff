import MAAS
import Sandbox
import Testing
import Workflows

@Suite struct ImportStarterTests {
    @Test(arguments: MAASFlavour.allCases)
    func `a second order is not sent while an import runs`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            _ = try await lab.importOfCandidate()
            try await lab.clock.sleep(for: .seconds(6))
            let requests = try await lab.requests {
                let order = try await ImportStarter(lab.session).start()
                #expect(order == .alreadyRunning)
            }
            #expect(requests == ["GET boot-resources/?op=is_importing"])
        }
    }

    @Test func `3.8 is not ordered while the downloads of a new address go on unseen`() async throws
    {
        try await Lab.run(.v3_8) { lab in
            _ = try await lab.switchTo("candidate")
            try await lab.clock.sleep(for: .seconds(9))
            let importing = try await lab.session.client.isImporting()
            #expect(!importing)
            let order = try await ImportStarter(lab.session).start()
            #expect(order == .alreadyRunning)
        }
    }

    @Test func `an orphaned boot loader does not count as a download`() async throws {
        try await Lab.run(.v3_8) { lab in
            await lab.sandbox.region { state in
                for index in state.resources.indices where state.resources[index].isBootloader {
                    state.resources[index].sets[0].files[0].stored = 10
                }
            }
            let order = try await ImportStarter(lab.session).start()
            #expect(order == .order(mayRepeat: false))
        }
    }

    @Test func `a new address on 3.8 needs no request at all`() async throws {
        try await Lab.run(.v3_8) { lab in
            let requests = try await lab.requests {
                let order = try await ImportStarter(lab.session).start(changedAddress: true)
                #expect(order == .startsByItself)
            }
            #expect(requests.isEmpty)
        }
    }

    @Test func `a region that cannot say whether it fetches gets no order`() async throws {
        try await Lab.run(.v3_8) { lab in
            await lab.sandbox.inject(.truncatedJSON)
            await #expect(throws: MAAS.RegionError.self) {
                try await ImportStarter(lab.session).start()
            }
            #expect(await lab.sandbox.requests().writes.isEmpty)
        }
    }
}
