internal import ArgumentParser
internal import SimpleStreams

/// A word where a command's name is expected, and that is none.
struct UnknownCommand {
    private let word: String
    private let group: String
    private let names: [String]

    /// Nil where the words lead to a command, or to options before one.
    init?(_ words: [String], below root: any ParsableCommand.Type) {
        var words = words[...]
        let asksForHelp = words.first == "help"
        if asksForHelp { words.removeFirst() }
        var path = [root._commandName]
        var command = root
        while !command.configuration.subcommands.isEmpty {
            guard let word = words.popFirst(), !word.hasPrefix("-") else { return nil }
            let known = command.configuration.subcommands
            guard let next = known.first(where: { $0._commandName == word }) else {
                let topics = asksForHelp && path.count == 1 ? HelpTopic.allCases : []
                names = known.map { $0._commandName } + topics.map(\.rawValue)
                self.word = word
                group = path.joined(separator: " ")
                return
            }
            path.append(word)
            command = next
        }
        return nil
    }

    var failure: Failure {
        let guess = NearestName.to(word, among: names).map { "did you mean \($0)? " } ?? ""
        return Failure(
            .usage, "\(group) has no command of this name", received: word,
            hint: guess + "its commands are " + names.joined(separator: ", "))
    }
}
