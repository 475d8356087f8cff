import Testing

@testable import SimpleStreams

@Suite struct JSONReaderTests {
    private static func tag(_ json: String) throws(DocumentError) -> String? {
        var reader = JSONReader(Array(json.utf8))
        let id = try reader.readTag()
        try reader.finish()
        return id.map { reader.pool[$0] }
    }

    @Test(arguments: [
        (#""plain""#, "plain"), (#""""#, ""), (#""a\"b\\c\/d""#, #"a"b\c/d"#),
        (#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"), (#""\u00e9""#, "\u{e9}"),
        (#""\ud83d\uDE00!""#, "\u{1F600}!"), (" \t\r\n12 ", "12"), ("-0", "0"), ("0.10", "0.1"),
        ("1e3", "1000.0"), ("true", "True"), ("false", "False"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
    func `reads scalars`(json: String, text: String) throws {
        #expect(try Self.tag(json) == text)
    }

    @Test(arguments: ["null", "{}", "[]", #"{"a": [1, {"b": null}], "c": "d"}"#, "[[],[]]"])
    func `what is no scalar is stepped over`(json: String) throws {
        #expect(try Self.tag(json) == nil)
    }

    @Test(arguments: [
        "", " ", "tru", "nul", "+1", "01", "1.", ".5", "1e", "-", "NaN", "Infinity", "'a'",
        #""a"#, #""\x""#, #""\u12""#, "\"\n\"", "{", "{}}", "[1,]", #"{"a":1,}"#, #"{"a" 1}"#,
        "{1:2}", #"{"a":}"#, "[1 2]", "\u{feff}{}", "1 2", #"{"a":1 "b":2}"#,
        String(repeating: "1", count: 500),
    ])
    func `refuses what is not JSON`(json: String) {
        let error = #expect(throws: DocumentError.self) { try Self.tag(json) }
        guard case .syntax = error?.reason else {
            Issue.record("\(json): \(String(describing: error))")
            return
        }
    }

    @Test(arguments: [#""\ud800""#, #""\udc00""#, #""\ud800\u0041""#])
    func `refuses escapes that name no character`(json: String) {
        #expect(throws: DocumentError.self) { try Self.tag(json) }
    }

    @Test(arguments: [
        [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D],
    ])
    func `refuses bytes that are not UTF-8`(bytes: [UInt8]) {
        var reader = JSONReader(bytes)
        let error = #expect(throws: DocumentError.self) { _ = try reader.readTag() }
        #expect(error?.reason == .notUnicode)
    }

    @Test func `a member that is there twice is refused, in small objects and in large`() {
        for count in [1, 16, 17, 40] {
            let members = (0..<count).map { "\"k\($0)\": 1" } + ["\"k0\": 2"]
            let error = #expect(throws: DocumentError.self) {
                try Self.tag("{" + members.joined(separator: ",") + "}")
            }
            #expect(error?.reason == .duplicateKey("k0"))
        }
    }

    @Test func `names that only look alike are two members`() throws {
        #expect(try Self.tag("{\"caf\u{e9}\": 1, \"cafe\u{301}\": 2}") == nil)
    }

    @Test(arguments: ["[", #"{"a":"#])
    func `deep nesting is refused before it hurts`(opening: String) {
        let depth = JSONReader.maximumDepth
        let error = #expect(throws: DocumentError.self) {
            try Self.tag(String(repeating: opening, count: 100_000))
        }
        #expect(error?.reason == .tooDeep)
        #expect(throws: Never.self) {
            try Self.tag(
                String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        }
    }

    @Test func `an error names the place`() {
        let error = #expect(throws: DocumentError.self) {
            try Self.tag(#"{"a": [0, {"b c": tru}]}"#)
        }
        #expect(error?.place.description == #"$.a[1]["b c"]"#)
        #expect(error?.offset == 18)
    }
}
