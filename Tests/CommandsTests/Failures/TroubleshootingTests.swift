import Foundation
import Testing

/// The page of troubles quotes what the program says, so each quotation has to be in the program.
@Suite struct TroubleshootingTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

    /// The messages that the page explains; `…` stands for what differs from time to time.
    private static func quotations() throws -> [String] {
        let page = try String(
            contentsOf: root.appending(path: "docs/troubleshooting.md"), encoding: .utf8)
        return page.split(separator: "\n").filter { $0.hasPrefix("### `") }
            .map { String($0.dropFirst(5).dropLast()) }
    }

    /// All that is said in the sources, each text in one piece and without what comments say.
    private static func sources() throws -> String {
        let folder = root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
            .map { text in
                text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.hasPrefix("//") }.joined(separator: " ")
            }
            .joined(separator: "\n").replacing("\" + \"", with: "")
    }

    @Test func `quotes only what the program can say`() throws {
        let quotations = try Self.quotations()
        #expect(quotations.count > 35)
        let sources = try Self.sources()
        for quotation in quotations {
            let pieces = quotation.split(separator: "…").map {
                NSRegularExpression.escapedPattern(for: String($0))
            }
            // Between two pieces stands an interpolation, which may be long, on the same line.
            let pattern = pieces.joined(separator: #"[^\n]{1,160}?"#)
            #expect(
                sources.range(of: pattern, options: .regularExpression) != nil, "\(quotation)")
        }
    }
}
