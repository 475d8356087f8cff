import Commands
import TestSupport
import Testing
import Workflows

/// What the topics say can be done as they say it.
@Suite struct HelpTopicTests {
    @Test(arguments: HelpTopic.allCases)
    func `is a page that fits the terminal`(topic: HelpTopic) async {
        let captured = CapturedContext()
        let status = await Program(Root.self, in: captured.context).run(["help", topic.rawValue])
        #expect(status == 0)
        #expect(captured.output.text == topic.text)
        #expect(topic.text.hasSuffix("\n") && !topic.text.contains("\n\n\n"))
        #expect(topic.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test(arguments: [
        ("help", Int32(0)), ("help help", 0), ("help source list", 0), ("help source", 0),
        ("help --version", 0), ("help filter", 64), ("help source nothing", 64),
        ("help filters more", 64), ("help source list more", 64),
    ])
    func `asks for what there is`(line: String, status: Int32) async {
        let captured = CapturedContext()
        let words = line.split(separator: " ").map(String.init)
        #expect(await Program(Root.self, in: captured.context).run(words) == status)
        #expect(captured.error.text.contains("has no command of this name") == (status != 0))
        #expect(captured.output.text.isEmpty == (status != 0))
    }

    @Test func `is listed in the program's help`() async {
        let help = await CommandFixture.help("")
        for topic in HelpTopic.allCases {
            #expect(help.contains("  \(topic.rawValue) "))
            #expect(help.contains(topic.summary))
        }
    }

    @Test func `every filter that is shown takes something`() async throws {
        try await MirrorFixture.with { fixture in
            for (filter, _) in FilterHelp.examples {
                let run = await fixture.plan(filter, "--json", "files,warnings")
                #expect(run.status == 2, "\(filter): \(run.error)")
                #expect(run.json["files"]?.elements.isEmpty == false, "\(filter)")
                #expect(!run.error.contains("filter \""), "\(filter): \(run.error)")
            }
        }
    }

    @Test func `every key of a document is explained, and no other`() {
        let keys = [
            DocumentKeys.document, DocumentKeys.settings, DocumentKeys.source,
            DocumentKeys.selection, DocumentKeys.region, DocumentKeys.mirror,
        ]
        let explained = DocumentKeyHelp.groups.map { $0.rows.map(\.term) }
        #expect(explained.map(Set.init) == keys.map(Set.init))
    }

    @Test func `the document that is shown is one`() async throws {
        try await CommandFixture.with { fixture in
            let run = await fixture.run(
                "plan -f -",
                adding: ["MIRROR": CommandFixture.mirror],
                input: DocumentHelp.example)
            #expect(run.status == 2, "\(run.output)\(run.error)")
            #expect(run.output.contains(CommandFixture.mirror))
        }
    }
}
