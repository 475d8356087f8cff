import Sandbox
import Testing

/// Replays what live regions answered, file by file, against a sandbox of the same generation.
///
/// One at a time: so many servers at once would starve a small machine.
@Suite(.serialized) struct ReplayTests {
    static let topics = [
        "01-auth", "02-http", "03-boot-sources", "04-selections", "05-config",
        "06-controllers-events", "07-boot-resources", "08-extra",
    ]

    static let cases: [(MAASFlavour, String)] =
        MAASFlavour.allCases.flatMap { flavour in topics.map { (flavour, $0) } }
        + [
            (.v3_3, "11-failing-imports"), (.v3_7, "11-failing-imports"),
            (.v3_8, "11-failing-imports"), (.v3_8, "10-new-fields"),
        ]

    @Test(arguments: cases)
    func `answers as recorded`(flavour: MAASFlavour, topic: String) async throws {
        let recording = try Recording(flavour, topic)
        let replayer = try await Replayer.start(recording)
        let outcome = try await replayer.run()
        await replayer.sandbox.stop()
        #expect(outcome.compared > 5)
        #expect(outcome.differences == [])
    }
}
