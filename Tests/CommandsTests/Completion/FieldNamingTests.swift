import ArgumentParser
import TestSupport
import Testing

@testable import Commands

/// The fields that a Tab offers are those that the command itself lists.
@Suite struct FieldNamingTests {
    /// Arguments that some command takes; each command is tried with all of them in turn.
    private static let arguments: [[String]] = [
        [], ["stable"], ["ubuntu/noble"], ["name", "http://h:5240"], ["stable", "/dev/null/x"],
        ["1", "--name", "x"], ["-f", "/dev/null/x"],
    ]

    @Test(arguments: Root.leaves.filter { $0.command.hasFields })
    func `is what --json without a value lists`(leaf: Leaf) async throws {
        let command = try #require(
            leaf.command as? any FieldNaming.Type, "\(leaf.words) needs FieldNaming")
        var listed: [String]?
        for words in Self.arguments where listed == nil {
            let captured = CapturedContext(environment: [
                "MAAS_URL": "http://127.0.0.1:9", "MAAS_API_KEY": "a:b:c",
            ])
            let status = await Program(Root.self, in: captured.context).run(
                leaf.words + words + ["--json"])
            if status == 0 { listed = captured.output.text.split(separator: "\n").map(String.init) }
        }
        #expect(listed == command.fieldNames)
    }

    @Test func `finds commands to check`() {
        #expect(Root.leaves.count { $0.command.hasFields } > 20)
    }
}

/// A command that is no group, and the words that name it.
struct Leaf: Sendable, CustomTestStringConvertible {
    let words: [String]
    let command: any ParsableCommand.Type

    var testDescription: String { words.joined(separator: " ") }
}

extension ParsableCommand {
    static var hasFields: Bool { helpMessage().contains("--json") }

    static var leaves: [Leaf] { leaves([]) }

    private static func leaves(_ words: [String]) -> [Leaf] {
        guard !configuration.subcommands.isEmpty else { return [Leaf(words: words, command: self)] }
        return configuration.subcommands.flatMap {
            $0.leaves(words + [$0.configuration.commandName ?? ""])
        }
    }
}
