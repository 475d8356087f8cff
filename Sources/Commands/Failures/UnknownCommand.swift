internal import ArgumentParser
internal import SimpleStreams

/// A word where a command's name is expected, and that is none.
struct UnknownCommand {
    private let word: String
    private let group: String
    /// What could stand there; empty behind a command that has none below it.
    private let names: [String]

    /// Nil where the words lead to a command, or to options before one. Behind `help` nothing may
    /// follow a command's name, and topics are names too.
    init?(_ words: [String], below root: any ParsableCommand.Type) {
        let asksForHelp = words.first == "help"
        var words = asksForHelp ? words.dropFirst() : words[...]
        var path = [root._commandName]
        var command = root
        while let word = words.popFirst(), !word.hasPrefix("-") {
            let known = command.configuration.subcommands
            if let next = known.first(where: { $0.answers(to: word) }) {
                path.append(word)
                command = next
                continue
            }
            let isTopLevel = path.count == 1 && asksForHelp
            guard asksForHelp || !known.isEmpty, !(isTopLevel && word == "help") else { return nil }
            let topics = isTopLevel ? HelpTopic.allCases.map(\.rawValue) : []
            self.word = topics.contains(word) ? words.first ?? word : word
            names = known.map { $0._commandName } + topics
            group = path.joined(separator: " ")
            return
        }
        return nil
    }

    var failure: Failure {
        let guess = NearestName.to(word, among: names).map { "did you mean \($0)? " } ?? ""
        return Failure(
            .usage, "\(group) has no command of this name", received: word,
            hint: names.isEmpty
                ? "see its help: \(group) --help"
                : guess + "its commands are " + names.joined(separator: ", "))
    }
}
