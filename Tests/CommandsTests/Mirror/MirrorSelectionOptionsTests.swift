import Commands
import TestSupport
import Testing

@Suite struct MirrorSelectionOptionsTests {
    @Test(arguments: ["release", "arch", "os", "subarch", "label"], ["", ",", " , "])
    func `a list that names nothing is not everything`(option: String, value: String) async {
        let captured = CapturedContext(home: "/nonexistent", clock: BriskClock())
        let run = await MirrorFixture.run(
            ["mirror", "sync", "http://127.0.0.1:9/x", "/nonexistent/m", "--\(option)", value],
            in: captured)
        #expect(run.status == 64)
        #expect(run.error.contains("--\(option) names nothing"), "\(run.error)")
    }

    @Test func `a comma at the end of a list is no name`() async throws {
        try await MirrorFixture.with { fixture in
            let run = await fixture.plan("--release", "noble,", "--json", "files")
            #expect(run.status == 2, "\(run.error)")
            #expect(run.output.contains("noble") && !run.output.contains("jammy"))
        }
    }
}
