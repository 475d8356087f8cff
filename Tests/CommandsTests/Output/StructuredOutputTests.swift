import Commands
import TestSupport
import Testing

/// Every command gives programs its result and its errors in their own language.
@Suite struct StructuredOutputTests {
    /// A line of each command, by its name: the one that pins its fields.
    private static func lines() async -> [(name: String, words: [String])] {
        await CommandTree.leaves().map { leaf in
            let line = FieldListTests.promises.map(\.line).first {
                $0 == leaf.name || $0.hasPrefix(leaf.name + " ")
            }
            return (leaf.name, line?.split(separator: " ").map(String.init) ?? [])
        }
    }

    private static func run(_ words: [String]) async -> CommandRun {
        let captured = CapturedContext(
            environment: ["MAAS_URL": "http://127.0.0.1:9", "MAAS_API_KEY": "a:b:cccccccc"])
        let status = await Program(Root.self, in: captured.context).run(words)
        return CommandRun(
            status: status, output: captured.output.text, error: captured.error.text)
    }

    @Test func `every command has fields, jq and formats, and a pinned list of fields`() async {
        for leaf in await CommandTree.leaves() {
            for option in ["--json [<fields>]", "--jq <expression>", "-o, --output <format>"] {
                #expect(leaf.help.contains(option), "\(leaf.name) \(option)")
            }
        }
        for (name, words) in await Self.lines() { #expect(!words.isEmpty, "\(name)") }
    }

    /// `ErrorStyleTests` has the other ways to ask for JSON.
    @Test func `every command says as JSON that its words are wrong`() async {
        for (name, words) in await Self.lines() {
            let run = await Self.run(words + ["--jq", ".", "--no-such-option"])
            #expect(run.status == 64 && run.output.isEmpty, "\(name)")
            let error = run.errorJSON
            #expect(error["code"] == "usage" && error["exit_status"] == 64, "\(name)")
        }
    }

    @Test func `every command says as JSON that it has no such field, before it does anything`()
        async
    {
        for (name, words) in await Self.lines() {
            let run = await Self.run(words + ["--json", "no_such_field"])
            let error = run.errorJSON
            #expect(run.status == 64 && error["code"] == "usage", "\(name)")
            #expect(error["received"]?.text?.contains("no_such_field") == true, "\(name)")
        }
    }

    @Test func `every command says as JSON that an expression is wrong, before it does anything`()
        async
    {
        for (name, words) in await Self.lines() {
            let run = await Self.run(words + ["--jq", ".["])
            #expect(run.status == 64 && run.errorJSON["code"] == "usage", "\(name)")
        }
    }
}
