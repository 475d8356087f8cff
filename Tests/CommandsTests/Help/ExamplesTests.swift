import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import Commands

/// What help tells people to type.
@Suite struct ExamplesTests {
    /// The lines of a help's examples that call the program, with the program's own words.
    private static func lines(_ help: String) -> [String] {
        let help = Examples.unfolded(help)
        guard let start = help.range(of: "Examples:\n") else { return [] }
        return help[start.upperBound...].split(separator: "\n").prefix { $0.hasPrefix("  ") }
            .map(String.init).filter { !$0.hasPrefix("  # ") }
    }

    /// The words after `maas-boot` in a shell line, without what the shell itself does.
    private static func words(_ line: String) -> [String]? {
        let words = line.split(separator: " ").map {
            $0.trimmingPrefix("'").reversed().drop { $0 == "'" }.reversed()
        }.map { String($0) }
        guard let start = words.firstIndex(of: "maas-boot") else { return nil }
        return Array(words[(start + 1)...].prefix { !["|", ">", "&&", "<"].contains($0) })
    }

    @Test func `has at least two lines for every command`() async {
        let leaves = await CommandTree.leaves()
        #expect(leaves.count > 20)
        for leaf in leaves {
            #expect(Self.lines(leaf.help).count >= 2, "\(leaf.name)")
        }
    }

    @Test func `parses every line, and shows the command itself`() async {
        for leaf in await CommandTree.leaves() {
            var isShown = false
            for line in Self.lines(leaf.help) {
                guard let words = Self.words(line) else {
                    Issue.record("\(leaf.name): no maas-boot in: \(line)")
                    continue
                }
                do {
                    let parsed = try Root.parseAsRoot(ProgressArguments.completed(words))
                    isShown = isShown || type(of: parsed) == leaf.type
                } catch {
                    Issue.record("\(line): \(Root.message(for: error))")
                }
            }
            #expect(isShown, "\(leaf.name)")
        }
    }

    /// No line is broken where a shell would not go on, so that it can be copied.
    @Test func `keeps within eighty columns`() async throws {
        for leaf in await CommandTree.leaves() {
            let start = try #require(leaf.help.range(of: "Examples:\n"))
            let shown = leaf.help[start.upperBound...].split(separator: "\n")
                .prefix { $0.hasPrefix("  ") }
            #expect(shown.allSatisfy { $0.count <= 78 }, "\(leaf.name)")
        }
    }
}
