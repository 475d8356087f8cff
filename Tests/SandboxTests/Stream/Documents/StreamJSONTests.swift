import Foundation
import Testing

@testable import Sandbox

@Suite struct StreamJSONTests {
    @Test func `keeps order, doubles and verbatim text`() {
        let json = StreamJSON.object([
            ("b", .verbatim("1e400")), ("a", .array([.string("x"), .array([])])),
            ("b", .object([])),
        ])
        #expect(
            json.rendered() == "{\n \"b\": 1e400,\n \"a\": [\n  \"x\",\n  []\n ],\n \"b\": {}\n}\n")
    }

    @Test(arguments: StreamFault.hostilePaths + ["\"quoted\"", "ä€😀", "\u{1f}"])
    func `strings survive being read`(text: String) throws {
        let rendered = StreamJSON.array([.string(text)]).rendered()
        let read = try JSONSerialization.jsonObject(with: Data(rendered.utf8)) as? [String]
        #expect(read == [text])
    }
}
