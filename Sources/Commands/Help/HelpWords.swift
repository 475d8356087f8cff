internal import ArgumentParser

/// The words behind `help`: a command's name, or a topic's.
enum HelpWords {
    /// Throws a usage failure where the words name no command; ArgumentParser would show the help of
    /// all in its place, with status 0.
    static func check(
        _ arguments: [String], below root: any ParsableCommand.Type
    ) throws(Failure) {
        guard arguments.first == "help" else { return }
        var command = root
        for word in arguments.dropFirst() {
            if word.hasPrefix("-") || word == "help" && command == root { return }
            guard let next = command.configuration.subcommands.first(where: { named(word, $0) })
            else { throw unknown(arguments.dropFirst().joined(separator: " ")) }
            command = next
        }
    }

    private static func named(_ word: String, _ command: any ParsableCommand.Type) -> Bool {
        ([command.configuration.commandName] + command.configuration.aliases).contains(word)
    }

    private static func unknown(_ words: String) -> Failure {
        let topics = HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")
        return Failure(
            .usage, "there is no command and no topic of this name", received: words,
            hint: "topics are \(topics); commands are listed by: maas-boot --help")
    }
}
