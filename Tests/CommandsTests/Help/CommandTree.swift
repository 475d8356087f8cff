import ArgumentParser
import Commands
import TestSupport

/// The program's commands as its command tree has them.
enum CommandTree {
    struct Leaf: Sendable {
        /// The words that call it, without the program's name.
        let name: String
        let type: any AsyncParsableCommand.Type
        let help: String
    }

    /// Every command that does something itself.
    static func leaves() async -> [Leaf] {
        var leaves: [Leaf] = []
        for (name, type) in paths(of: Root.self, []) {
            leaves.append(Leaf(name: name, type: type, help: await CommandFixture.help(name)))
        }
        return leaves
    }

    private static func paths(
        of command: any ParsableCommand.Type, _ words: [String]
    ) -> [(name: String, type: any AsyncParsableCommand.Type)] {
        let children = command.configuration.subcommands
        guard children.isEmpty else {
            return children.flatMap { child in
                paths(of: child, words + [child.configuration.commandName ?? ""])
            }
        }
        guard let leaf = command as? any AsyncParsableCommand.Type else { return [] }
        return [(words.joined(separator: " "), leaf)]
    }
}
