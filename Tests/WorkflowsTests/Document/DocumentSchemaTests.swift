import Foundation
import Testing
import Workflows

/// The schema for editors says what the reader takes.
@Suite struct DocumentSchemaTests {
    private func keys(_ definition: String?) throws -> Set<String> {
        let here = URL(filePath: #filePath)
        let root = (0..<4).reduce(here) { url, _ in url.deletingLastPathComponent() }
        let file = root.appending(path: "docs/documents.schema.json")
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let object =
            definition.map { name in (json?["$defs"] as? [String: Any])?[name] as? [String: Any] }
            ?? json
        #expect(object?["additionalProperties"] as? Bool == false)
        return Set((object?["properties"] as? [String: Any] ?? [:]).keys)
    }

    @Test(
        arguments: [
            (nil, DocumentKeys.document), ("settings", DocumentKeys.settings),
            ("source", DocumentKeys.source), ("selection", DocumentKeys.selection),
            ("region", DocumentKeys.region), ("mirror", DocumentKeys.mirror),
        ] as [(String?, [String])])
    func `has the reader's keys`(definition: String?, reader: [String]) throws {
        let written = try keys(definition)
        #expect(written == Set(reader))
    }
}
