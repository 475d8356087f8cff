import Foundation
import TestSupport
import Testing

/// What the pages show of a terminal, typed again: `$` begins a command, and what follows is what it
/// said. `…` stands for anything, and one number for another.
@Suite(.timeLimit(.minutes(2))) struct PageConsoleTests {
    @Test(arguments: ["README.md", "docs/scripting.md"])
    func `shows what the program says`(page: String) async throws {
        let entries = try Console.entries(of: page)
        #expect(!entries.isEmpty)
        try await LiveSandbox.with(options: ["--stream", "--import-seconds", "0.2"]) { region in
            var variables = region.variables
            variables["PATH"] = Programs.directory + ":/usr/bin:/bin"
            for entry in entries {
                let run = try await Programs.shell(entry.command, variables)
                let said = (run.status == 0 ? run.output : run.error).split(separator: "\n")
                #expect(entry.allows(said.map(String.init)), "\(entry.command)\n\(said)")
            }
        }
    }
}

/// What a page shows of a terminal.
enum Console {
    struct Entry: Sendable {
        let command: String
        var output: [String] = []

        /// Whether the program may have said this where the page shows its output.
        func allows(_ said: [String]) -> Bool {
            let isCut = output.last == "…"
            let shown = isCut ? Array(output.dropLast()) : output
            guard isCut ? said.count >= shown.count : said.count == shown.count else {
                return false
            }
            return zip(shown, said).allSatisfy { shown, said in
                said.range(of: Self.pattern(shown), options: .regularExpression) != nil
            }
        }

        private static func pattern(_ shown: String) -> String {
            let literal = NSRegularExpression.escapedPattern(for: shown)
                .replacing("…", with: ".*")
            return "^" + literal.replacing(/\d+/, with: #"\d+"#) + "$"
        }
    }

    /// The commands of a page, but for the sandbox itself, which the test runs.
    static func entries(of page: String) throws -> [Entry] {
        let file = URL(filePath: #filePath).appending(path: "../../../../\(page)").standardized
        var entries: [Entry] = []
        var indent = 0
        var isOpen = false
        for line in try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        {
            let text = line.drop { $0 == " " }
            let depth = line.count - text.count
            if depth >= 4, text.hasPrefix("$ ") {
                entries.append(Entry(command: String(text.dropFirst(2))))
                (indent, isOpen) = (depth, true)
            } else if isOpen, depth >= indent, !text.isEmpty {
                entries[entries.count - 1].output.append(String(line.dropFirst(indent)))
            } else {
                isOpen = false
            }
        }
        return entries.filter { !$0.command.hasPrefix("maas-sandbox") }
    }
}
