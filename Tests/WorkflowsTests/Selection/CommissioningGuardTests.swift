import MAAS
import Sandbox
import Testing
import Workflows

@Suite struct CommissioningGuardTests {
    private func removal(_ lab: Lab) async throws -> SelectionRemoval {
        try SelectionRemoval(
            removing: (os: "ubuntu", release: "noble", arches: []),
            from: try await lab.session.client.selections(of: 1), version: lab.session.version)
    }

    @Test(arguments: MAASFlavour.allCases)
    func `the commissioning release stays`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let removal = try await removal(lab)
            let error = await workflowError {
                try await CommissioningGuard(lab.session).check(removal)
            }
            #expect(error?.kind == .refused)
            #expect(error?.message.contains("ubuntu/noble") == true)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `other releases may go`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { $0.settings["commissioning_distro_series"] = "jammy" }
            try await CommissioningGuard(lab.session).check(try await removal(lab))
            try await CommissioningGuard(lab.session).check(.nothing)
        }
    }

    @Test(arguments: MAASFlavour.allCases, [true, false])
    func `selected in another source it may go on 3.8, if that one is enabled`(
        _ flavour: MAASFlavour, _ enabled: Bool
    ) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { state in
                state.sources.append(
                    Sandbox.BootSource(
                        id: 2, url: "http://mirror.example.com/x", name: "x", priority: 9,
                        enabled: enabled))
                state.selections.append(
                    Sandbox.BootSourceSelection(
                        id: 9, sourceID: 2, os: "ubuntu", release: "noble", arches: ["amd64"]))
            }
            let removal = try await removal(lab)
            let error = await workflowError {
                try await CommissioningGuard(lab.session).check(removal)
            }
            #expect((error == nil) == (flavour == .v3_8 && enabled))
        }
    }
}
