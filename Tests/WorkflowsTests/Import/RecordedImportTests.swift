import MAAS
import Testing
import Workflows

/// What the judge makes of imports as they were seen on real regions.
@Suite struct RecordedImportTests {
    /// Topic, words of the recording's note, whether the import read its source (up to 3.7), and
    /// what comes out.
    struct Row: Sendable, CustomStringConvertible {
        let region: String
        let topic: String
        let note: String
        let release: String
        var readsSource = true
        let expected: Outcome

        var description: String { "\(region): \(note)" }
    }

    enum Outcome: Sendable { case ready, failed }

    static let rows = [
        Row(
            region: "3.3.9", topic: "07-boot-resources", note: "timeline of one import",
            release: "jammy", expected: .ready),
        Row(
            region: "3.5.13", topic: "07-boot-resources", note: "timeline of one import",
            release: "jammy", expected: .ready),
        Row(
            region: "3.7.3", topic: "07-boot-resources", note: "timeline of one import",
            release: "noble", expected: .ready),
        Row(
            region: "3.8a1", topic: "07-boot-resources", note: "timeline: first import",
            release: "noble", expected: .ready),
        Row(
            region: "3.8a1", topic: "07-boot-resources", note: "import with nothing to download",
            release: "noble", expected: .ready),
        Row(
            region: "3.8a1", topic: "07-boot-resources", note: "after PUT of another url",
            release: "jammy", expected: .ready),
        Row(
            region: "3.8a1", topic: "07-boot-resources", note: "import again at 12 s",
            release: "jammy", expected: .failed),
        Row(
            region: "3.8a1", topic: "11-failing-imports", note: "files are gone (404)",
            release: "noble", expected: .failed),
        Row(
            region: "3.8a1", topic: "11-failing-imports", note: "one good and one bad source",
            release: "noble", expected: .ready),
        Row(
            region: "3.8a1", topic: "11-failing-imports", note: "same image in two sources",
            release: "noble", expected: .ready),
        Row(
            region: "3.3.9", topic: "11-failing-imports", note: "source answers 404",
            release: "noble", readsSource: false, expected: .failed),
        Row(
            region: "3.3.9", topic: "11-failing-imports", note: "keyring file missing",
            release: "noble", readsSource: false, expected: .failed),
        Row(
            region: "3.7.3", topic: "11-failing-imports", note: "keyring file missing",
            release: "noble", readsSource: false, expected: .failed),
    ]

    @Test(arguments: rows)
    func `a recorded import is judged as it ended`(_ row: Row) throws {
        let recorded = try RecordedImport(region: row.region, topic: row.topic, note: row.note)
        let version = RegionVersion(row.region == "3.8a1" ? "3.8.0~alpha1" : row.region)
        let wanted = WantedImage(os: "ubuntu", release: row.release, arch: "amd64")
        var events: [(at: Double, event: Event)]?
        if !version.hasSourcePriorities { events = row.readsSource ? goodEvents() : [] }
        var timeline = Timeline(recorded.frames, events: events)
        if recorded.frames.allSatisfy(\.images.isEmpty) {
            // These show is_importing only; the images were complete before.
            for index in timeline.frames.indices {
                timeline.frames[index].images = [image("20251113", release: row.release)]
            }
        }
        let decision = try #require(timeline.decision(goal(version, wanted: [wanted])))
        switch (decision.verdict, row.expected) {
        case (.ready, .ready):
            // Not before the last change that was recorded, give or take the second's rounding.
            #expect(Double(decision.second) >= recorded.lastChange.rounded(.down))
        case (.failed, .failed): break
        default: Issue.record("\(decision)")
        }
    }
}
