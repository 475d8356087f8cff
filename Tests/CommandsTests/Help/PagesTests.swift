import ArgumentParser
import Foundation
import Testing

@testable import Commands

/// The pages that people read: what they link to is there, and what they say to type is understood.
@Suite struct PagesTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

    /// The README, the pages beside it, and those in docs/ and examples/.
    static func pages() throws -> [String] {
        let files = FileManager.default
        let tops = try files.contentsOfDirectory(atPath: root.path)
        let docs = try files.subpathsOfDirectory(atPath: root.appending(path: "docs").path)
        return (tops + docs.map { "docs/\($0)" } + ["examples/README.md"]).filter {
            $0.hasSuffix(".md")
        }.sorted()
    }

    private static func text(_ page: String) throws -> String {
        try String(contentsOf: root.appending(path: page), encoding: .utf8)
    }

    @Test(arguments: try pages())
    func `leads only to what is there`(page: String) throws {
        let folder = Self.root.appending(path: page).deletingLastPathComponent()
        for link in try Self.text(page).matches(of: /\]\(([^)\s]+)\)/).map(\.output.1) {
            let parts = link.split(separator: "#", omittingEmptySubsequences: false)
            guard let path = parts.first, !link.contains("://") else { continue }
            let target = path.isEmpty ? page : String(path)
            let file =
                path.isEmpty ? Self.root.appending(path: page) : folder.appending(path: target)
            #expect(FileManager.default.fileExists(atPath: file.path), "\(page): \(link)")
            guard parts.count == 2, file.pathExtension == "md" else { continue }
            let headings = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { $0.hasPrefix("#") }.map(Self.anchor)
            #expect(headings.contains(String(parts[1])), "\(page): \(link)")
        }
    }

    @Test func `lists every example`() throws {
        let list = try Self.text("examples/README.md")
        let folder = Self.root.appending(path: "examples").path
        let examples = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            [".sh", ".yaml", ".yml", ".tf"].contains(where: $0.hasSuffix)
        }
        #expect(examples.count > 20)
        for example in examples { #expect(list.contains("](\(example))"), "\(example)") }
    }

    /// How GitHub and others name a heading in links.
    private static func anchor(_ heading: Substring) -> String {
        heading.drop { $0 == "#" || $0 == " " }.lowercased()
            .filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
            .replacing(" ", with: "-")
    }

    @Test(arguments: try pages())
    func `says nothing to type that is not understood`(page: String) async throws {
        for line in try Self.lines(of: page) {
            guard let words = Self.words(line), !words.contains(where: { $0.contains("…") }),
                let named = NamedCommand(ProgressArguments.completed(words), below: Root.self)
            else { continue }
            let parsed = await named.parsed()
            guard parsed == nil, !words.contains("--help") else { continue }
            do {
                _ = try Root.parseAsRoot(words)
            } catch {
                Issue.record("\(page): \(line): \(Root.message(for: error))")
            }
        }
    }

    /// The lines of code that are set in, each command in one piece.
    private static func lines(of page: String) throws -> [String] {
        try text(page).replacing(/\\\n\s*/, with: "").split(separator: "\n")
            .filter { $0.hasPrefix("    ") && $0.contains("maas-boot ") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The words of the last call of the program in a line, as a shell would hand them over.
    private static func words(_ line: String) -> [String]? {
        guard let call = line.range(of: "maas-boot ", options: .backwards) else { return nil }
        let before = line[..<call.lowerBound]
        guard !before.contains(where: { "#='\"`:".contains($0) }) else { return nil }
        let ends: Set<Substring> = ["|", ">", ">>", "<", "&&", "||", "#", "&"]
        let digits = String(repeating: "0", count: 40)
        return line[call.upperBound...].replacing("FINGERPRINT", with: digits)
            .split(separator: " ").prefix { !ends.contains($0) }
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'\")")) }
    }
}
