import Sandbox
import TestSupport
import Testing

@Suite struct ImageShowTests {
    @Test(arguments: ["ubuntu/noble", "noble", "ubuntu/noble:amd64", "noble:amd64/ga-24.04"])
    func `shows the image that is meant, with its versions and files`(
        reference: String
    ) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("image show \(reference) -o json")
            #expect(run.status == 0)
            let image = run.json
            #expect(image["name"] == "ubuntu/noble")
            #expect(image["sets"]?[0]?["version"] == "20260801")
            #expect(
                image["sets"]?[0]?["files"]?.elements.map { $0["filename"] }
                    == ["boot-initrd", "boot-kernel", "squashfs"])
        }
    }

    @Test(arguments: ["4711", "ubuntu/trusty", "noble:arm64"])
    func `says that there is no such image`(reference: String) async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run("image show \(reference) -o json")
            #expect(run.status == 7)
            #expect(run.errorJSON["code"] == "not_found")
            #expect(run.errorJSON["hint"]?.text?.contains("maas-boot image list") == true)
        }
    }

    @Test func `asks for the id where a name means several`() async throws {
        try await CommandFixture.with { fixture in
            await fixture.sandbox.region { state in
                state.resources.append(
                    BootResource(id: 99, name: "ubuntu/noble", architecture: "arm64/ga-24.04"))
            }
            let run = await fixture.run("image show noble")
            #expect(run.status == 64)
            #expect(run.error.contains("99 (ubuntu/noble arm64/ga-24.04)"))
            #expect(await fixture.run("image show noble:arm64").status == 0)
        }
    }
}
