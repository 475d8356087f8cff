internal import ArgumentParser

/// The command that the first words name in full, and the words behind its name.
///
/// ArgumentParser prepares every level of the tree on its way down, three times over, which is a
/// third of what it costs to launch `source list`. A line without a mistake needs only the last
/// level; any other is parsed from the root, whose messages know the whole line.
struct NamedCommand {
    let command: any AsyncParsableCommand.Type
    let words: [String]

    /// Nil where the words lead to no command, or to a group of them.
    init?(_ words: [String], below root: any ParsableCommand.Type) {
        var words = words[...]
        var command = root
        while !command.configuration.subcommands.isEmpty {
            guard let name = words.popFirst(),
                let next = command.configuration.subcommands.first(where: {
                    $0.configuration.commandName == name
                })
            else { return nil }
            command = next
        }
        guard let command = command as? any AsyncParsableCommand.Type else { return nil }
        self.command = command
        self.words = Array(words)
    }

    /// The command with its arguments; nil where anything but a run is asked for, help among it.
    func parsed() async -> (any ParsableCommand)? {
        guard let parsed = try? await command.asyncParseAsRoot(words), type(of: parsed) == command
        else { return nil }
        return parsed
    }
}
