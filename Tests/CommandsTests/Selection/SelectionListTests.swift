import TestSupport
import Testing

@Suite struct SelectionListTests {
    @Test func `lists the selections of all sources, or of one`() async throws {
        try await CommandFixture.with { fixture in
            _ = await fixture.run(
                "source add \(CommandFixture.mirror) --preflight off --keyring auto")
            _ = await fixture.run("selection ensure jammy --source 2")
            let all = await fixture.run("selection list --json boot_source_id,release").json
            #expect(
                all
                    == [
                        ["boot_source_id": 1, "release": "noble"],
                        ["boot_source_id": 2, "release": "jammy"],
                    ])
            let one = await fixture.run("selection list --source 2 -o tsv")
            #expect(one.output.split(separator: "\n").count == 1)
            #expect(one.output.contains("ubuntu/jammy"))
        }
    }

    @Test func `refuses a source that is not there`() async throws {
        try await CommandFixture.with { fixture in
            #expect(await fixture.run("selection list --source 9").status == 7)
        }
    }
}
