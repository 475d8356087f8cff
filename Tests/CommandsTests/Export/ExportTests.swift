import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct ExportTests {
    @Test(arguments: MAASFlavour.allCases, [false, true])
    func `writes what a plan then finds unchanged`(flavour: MAASFlavour, isRich: Bool) async throws
    {
        try await CommandFixture.with(flavour) { fixture in
            if isRich {
                // On 3.8 the import of the new selections is due once the moved source's has ended.
                for _ in 0..<2 {
                    _ = try await fixture.apply(Wishes.rich)
                    await fixture.pass(.seconds(120))
                }
                await fixture.sandbox.region {
                    $0.sources[1].keyringFilename = ""
                    $0.sources[1].keyringData = UseKeyringTests.keyring
                }
            }
            let writes = await fixture.writes()
            for format in ["", "-o yaml", "-o json"] {
                let export = await fixture.run("export \(format)")
                #expect(export.status == 0, "\(export.error)")
                let plan = await fixture.run("plan -f - --prune", input: export.output)
                #expect(plan.status == 0, "\(plan.output)\(plan.error)")
                #expect(plan.output == "")
            }
            #expect(await fixture.writes() == writes)
        }
    }

    @Test func `says what no document can hold`() async throws {
        try await CommandFixture.with(.v3_7) { fixture in
            _ = await fixture.run("selection ensure jammy:arm64,amd64,arm64")
            _ = await fixture.run("source add http://b.example.com/ --preflight off --keyring auto")
            _ = await fixture.run("source add http://c.example.com/ --preflight off --keyring auto")
            await fixture.sandbox.region { state in
                state.sources[1].url = state.sources[0].url.replacing("http:", with: "https:")
                state.sources[2].url = "ftp://c.example.com/"
                for index in state.selections.indices { state.selections[index].labels = [] }
                state.selections[0].arches = []
            }
            let export = await fixture.run("export")
            #expect(export.error.contains("boot sources 1 and 2 have one address"))
            #expect(export.error.contains("boot source 3 has an address that no document may have"))
            #expect(export.error.contains("ubuntu/noble of boot source 1 takes no architecture"))
            #expect(!export.output.contains("release: noble"))
            #expect(export.output.contains("- arm64\n    - amd64\n    subarches:"))
            #expect(!export.output.contains("labels: []"))
        }
    }

    @Test func `writes keyrings beside the document`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.region {
                $0.sources[0].keyringFilename = ""
                $0.sources[0].keyringData = UseKeyringTests.keyring
            }
            let directory = fixture.home.path("keys")
            let export = await fixture.run("export --keyrings \(directory)")
            #expect(export.output.contains("keyring: \"file:\(directory)/"))
            let files = try FileManager.default.contentsOfDirectory(atPath: directory)
            #expect(files.count == 1)
            let plan = await fixture.run("plan -f -", input: export.output)
            #expect(plan.status == 0, "\(plan.output)\(plan.error)")
        }
    }

    @Test func `makes a second region like the first`() async throws {
        try await CommandFixture.with { first in
            _ = try await first.apply(Wishes.usual)
            let export = await first.run("export")
            try await CommandFixture.with { second in
                let run = await second.run("apply -f - --preflight off", input: export.output)
                #expect(run.status == 0, "\(run.error)")
                #expect(await second.selected() == first.selected())
                #expect(await second.run("export").output == export.output)
            }
        }
    }

    @Test func `names the regions where several are meant`() async throws {
        try await CommandFixture.with { first in
            try await CommandFixture.with(.v3_8) { second in
                try first.keepProfile("lab")
                try first.keepProfile("prod", of: second)
                let export = await first.run("export -p lab -p prod -o json")
                #expect(export.status == 0)
                #expect(export.json["regions"]?.elements.map { $0["profile"] } == ["lab", "prod"])
                let plan = await first.run("plan -f -", input: export.output)
                #expect(plan.status == 0, "\(plan.output)\(plan.error)")
            }
        }
    }
}
