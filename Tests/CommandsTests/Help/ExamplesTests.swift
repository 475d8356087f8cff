import ArgumentParser
import Commands
import Foundation
import TestSupport
import Testing

/// What help tells people to type.
@Suite struct ExamplesTests {
    /// The lines of a help's examples that call the program, with the program's own words.
    private static func lines(_ help: String) -> [String] {
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
                    let parsed = try Root.parseAsRoot(words)
                    isShown = isShown || type(of: parsed) == leaf.type
                } catch {
                    Issue.record("\(line): \(Root.message(for: error))")
                }
            }
            #expect(isShown, "\(leaf.name)")
        }
    }

    /// Help is a hundred columns wide at most; no line is broken there, so that it can be copied whole.
    @Test func `keeps each line whole`() async {
        for leaf in await CommandTree.leaves() {
            for line in Self.lines(leaf.help) { #expect(line.count <= 98, "\(line)") }
        }
    }
}
