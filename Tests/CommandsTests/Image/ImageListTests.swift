import Commands
import Sandbox
import TestSupport
import Testing

@Suite struct ImageListTests {
    @Test(arguments: MAASFlavour.allCases)
    func `lists images with their newest versions`(flavour: MAASFlavour) async throws {
        try await CommandFixture.with(flavour) { fixture in
            let rows = await fixture.run(
                "image list --json name,architecture,version,complete,progress,type"
            ).json.elements
            let noble = rows.first { $0["name"] == "ubuntu/noble" }
            #expect(noble?["architecture"] == "amd64/ga-24.04")
            #expect(noble?["version"] == "20260801")
            #expect(noble?["complete"] == true)
            #expect(noble?["progress"] == 100)
            #expect(noble?["type"] == "Synced")
        }
    }

    @Test func `lists those of one type`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.region { state in
                state.resources.append(
                    BootResource(
                        id: 99, type: "Uploaded", name: "custom/site", architecture: "amd64/generic"
                    ))
            }
            let uploaded = await fixture.run("image list --type uploaded --json id").json
            #expect(uploaded == [["id": 99]])
            let synced = await fixture.run("image list --type synced --json id").json
            #expect(!synced.elements.isEmpty)
            #expect(!synced.elements.contains { $0["id"] == 99 })
            #expect(await fixture.run("image list --type other").status == 64)
        }
    }

    @Test func `writes sizes for people on a terminal and bytes elsewhere`() async throws {
        try await CommandFixture.with { fixture in
            let plain = await fixture.run("image list")
            #expect(plain.output.contains("300000000"))
            let shown = await fixture.run(
                "image list", adding: ["NO_COLOR": "1"],
                terminal: FixedTerminal([.output], width: 120))
            #expect(shown.output.contains("286.1 MiB"))
        }
    }
}
