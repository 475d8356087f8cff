import Sandbox
import TestSupport
import Testing

@Suite struct SelectionRemoveTests {
    private func selected(_ fixture: CommandFixture) async -> [String: [String]] {
        await fixture.sandbox.region { state in
            Dictionary(uniqueKeysWithValues: state.selections.map { ($0.release, $0.arches) })
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `removes a whole release, once`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            _ = await fixture.run("selection ensure jammy:amd64,arm64")
            let run = await fixture.run("selection remove ubuntu/jammy")
            #expect(run.status == 0)
            #expect(
                run.output.hasPrefix("ubuntu/jammy no longer selected from boot source 1"))
            #expect(await selected(fixture) == ["noble": ["amd64"]])
            let again = await fixture.run("selection remove ubuntu/jammy -o json")
            #expect(again.status == 0)
            #expect(again.json["changed"] == false)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `removes one architecture, on 3.8 by making the selection again`(
        flavour: MAASFlavour
    ) async throws {
        try await CommandFixture.with(flavour) { fixture in
            _ = await fixture.run("selection ensure jammy:amd64,arm64")
            let before = await fixture.writes().count
            let run = await fixture.run("selection remove jammy:arm64 -o json")
            #expect(run.status == 0)
            #expect(run.json["arches"] == ["amd64"])
            #expect(await selected(fixture)["jammy"] == ["amd64"])
            let verbs = await fixture.writes().dropFirst(before).map { $0.prefix { $0 != " " } }
            #expect(verbs == (flavour == .v3_8 ? ["DELETE", "POST", "POST"] : ["PUT"]))
            let message = run.json["message"]?.text ?? ""
            #expect(message.contains("go at once, and an import brings") == (flavour == .v3_8))
            let order = await fixture.writes().last
            #expect(order?.contains("op=import") == (flavour == .v3_8), "\(order ?? "")")
        }
    }

    @Test func `3.8 loses the whole commissioning release only when told to`() async throws {
        try await CommandFixture.with(.v3_8) { fixture in
            _ = await fixture.run("selection ensure noble:amd64,arm64")
            let before = await fixture.writes().count
            for words in ["", " --dry-run"] {
                let run = await fixture.run("selection remove noble:arm64\(words)")
                #expect(run.status == 1)
                #expect(run.error.contains("deletes all images of ubuntu/noble"), "\(run.error)")
                #expect(run.error.contains("--force"))
            }
            #expect(await fixture.writes().count == before)
            let run = await fixture.run("selection remove noble:arm64 --force")
            #expect(run.status == 0, "\(run.error)")
            #expect(await selected(fixture) == ["noble": ["amd64"]])
        }
        try await CommandFixture.with(.v3_7) { fixture in
            _ = await fixture.run("selection ensure noble:amd64,arm64")
            #expect(await fixture.run("selection remove noble:arm64").status == 0)
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `keeps the release that machines commission with`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            for images in ["ubuntu/noble", "noble:amd64"] {
                let run = await fixture.run("selection remove \(images)")
                #expect(run.status == 1)
                #expect(run.error.contains("machines commission with ubuntu/noble"))
                #expect(run.error.contains("hint: select another release, import it"))
            }
            #expect(await fixture.writes().isEmpty)
        }
    }

    @Test func `removes nothing in a dry run`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run("selection ensure jammy")
            let writes = await fixture.writes()
            let run = await fixture.run("selection remove jammy --dry-run")
            #expect(run.output.contains("ubuntu/jammy would no longer be selected"))
            #expect(await fixture.writes() == writes)
        }
    }

    @Test func `says that a release is not selected`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("selection remove focal")
            #expect(run.status == 0)
            #expect(
                run.output == "ubuntu/focal unchanged: boot source 1 does not select it\n")
        }
    }
}
