import MAAS
import Sandbox
import Testing
import Workflows

@Suite struct SourceRemovalTests {
    @Test(arguments: MAASFlavour.allCases)
    func `the only source stays unless forced`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let reference = SourceReference("1")
            let error = await workflowError {
                try await SourceRemoval.plan(reference, force: false, on: lab.session)
            }
            #expect(error?.kind == .refused)
            #expect(error?.hint?.contains("--force") == true)
            let forced = try await SourceRemoval.plan(reference, force: true, on: lab.session)
            #expect(forced.warnings.count == 2)
            #expect(forced.selections.count == 1)
            #expect(forced.sentence(dryRun: true).contains("would be removed"))
            try await forced.carryOut(on: lab.session)
            let left = try await lab.session.client.bootSources()
            #expect(left.isEmpty)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `an id or address that is gone is removed already; an unknown name is not`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            // The last one is a part of an address that is there.
            for name in ["99", "candidate", "http://x.example.com/", "http://images.maas.io"] {
                let gone = try await SourceRemoval.plan(
                    SourceReference(name), force: false, on: lab.session)
                #expect(!gone.changesAnything)
                try await gone.carryOut(on: lab.session)
            }
            #expect(await lab.sandbox.requests().writes.isEmpty)
            let error = await workflowError {
                try await SourceRemoval.plan(
                    SourceReference("x.example.com"), force: false, on: lab.session)
            }
            #expect(error?.kind == .notFound)
        }
    }

    @Test(arguments: MAASFlavour.allCases, [true, false])
    func `one that alone has the commissioning release stays`(
        _ flavour: MAASFlavour, _ enabled: Bool
    ) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { state in
                state.sources.append(
                    Sandbox.BootSource(
                        id: 2, url: "http://mirror.example.com/x", name: "x", priority: 9,
                        enabled: enabled))
            }
            let reference = SourceReference("1")
            let error = await workflowError {
                try await SourceRemoval.plan(reference, force: false, on: lab.session)
            }
            #expect(error?.message.contains("ubuntu/noble") == true)
            await lab.sandbox.region { state in
                state.selections.append(
                    Sandbox.BootSourceSelection(
                        id: 9, sourceID: 2, os: "ubuntu", release: "noble", arches: ["amd64"]))
            }
            let second = await workflowError {
                try await SourceRemoval.plan(reference, force: false, on: lab.session)
            }
            #expect((second == nil) == (enabled || flavour < .v3_8))
        }
    }
}
