import Foundation
import TestSupport
import Testing

/// The examples of every command's help, as the built program itself describes its commands.
struct HelpExamples: Sendable, CustomTestStringConvertible {
    /// The words that call the command, without the program's name.
    let command: String
    /// The lines to type, in the order of the help.
    let lines: [String]

    var testDescription: String { command }

    /// Those of every command of a program that does something itself.
    static func all(of program: String = "maas-boot") async throws -> [HelpExamples] {
        let dump = try await Programs.shell(
            "exec \(Programs.directory)/\(program) --experimental-dump-help", [:])
        let description = try JSONDecoder().decode(Description.self, from: Data(dump.output.utf8))
        return description.command.leaves([]).map { words, discussion in
            HelpExamples(command: words.joined(separator: " "), lines: lines(discussion))
        }
    }

    /// What follows "Examples:", without what is said of each line.
    private static func lines(_ discussion: String) -> [String] {
        let discussion = discussion.replacing(" \\\n      ", with: " ")
        guard let start = discussion.range(of: "Examples:\n") else { return [] }
        return discussion[start.upperBound...].split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("#") }
    }

    private struct Description: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let discussion: String?
        let subcommands: [Command]?

        func leaves(_ words: [String]) -> [(words: [String], discussion: String)] {
            let children = (subcommands ?? []).filter { $0.commandName != "help" }
            guard children.isEmpty else {
                return children.flatMap { $0.leaves(words + [$0.commandName]) }
            }
            return [(words, discussion ?? "")]
        }
    }
}
