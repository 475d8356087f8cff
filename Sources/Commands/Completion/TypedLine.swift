internal import ArgumentParser

/// The command line at the moment of a Tab.
struct TypedLine {
    /// All words, the program's name first, as the shell splits them.
    let words: [String]
    /// The part of the current word that stands before the cursor.
    let prefix: String
    /// The shell that asks, where it says so.
    let shell: CompletionShell?

    /// The command that the line names; a group's default one where it names the group only.
    var command: any ParsableCommand.Type {
        var command: any ParsableCommand.Type = Root.self
        for word in words.dropFirst() {
            guard
                let next = command.configuration.subcommands.first(where: { $0.answers(to: word) })
            else { break }
            command = next
        }
        return command.configuration.defaultSubcommand ?? command
    }

    /// The regions that the line's options name.
    var regions: ProfileChoice.Flags {
        ProfileChoice.Flags(
            profiles: values(of: ["-p", "--profile"]), all: words.contains("--all-profiles"),
            url: values(of: ["--url"]).last)
    }

    /// The values given to an option as `--name value` or `--name=value`. bash makes three words of
    /// the second form.
    private func values(of names: [String]) -> [String] {
        let parts = words.dropLast().flatMap { word -> [String] in
            guard let name = names.first(where: { word.hasPrefix($0 + "=") }) else { return [word] }
            return [name, String(word.dropFirst(name.count + 1))]
        }.filter { $0 != "=" }
        return zip(parts, parts.dropFirst()).filter { names.contains($0.0) }.map(\.1)
    }
}

extension ParsableCommand {
    /// Whether a word is the command's name, or another name of it.
    static func answers(to word: String) -> Bool {
        _commandName == word || configuration.aliases.contains(word)
    }
}
