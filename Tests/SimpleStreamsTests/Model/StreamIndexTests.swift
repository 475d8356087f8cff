import SimpleStreams
import Testing

@Suite struct StreamIndexTests {
    private static func index(_ entries: String, top: String = "") -> [UInt8] {
        Array(
            """
            {"format": "index:1.0", "updated": "Wed, 21 Aug 2024 10:11:12 +0000",\(top)
             "index": {\(entries)}}
            """.utf8)
    }

    @Test func `reads what there is, in order`() throws {
        let index = try StreamIndex(
            parsing: Self.index(
                """
                "com.ubuntu.maas:stable:v3:download": {"datatype": "image-ids",
                    "format": "products:1.0", "path": "streams/v1/b.sjson",
                    "products": ["p", "q"], "updated": "x", "unknown": {"deep": [1]}},
                "com.ubuntu.maas:stable:1:bootloader-download": {"path": "streams/v1/a.sjson"}
                """, top: #""unknown": null,"#))
        #expect(index.updated == "Wed, 21 Aug 2024 10:11:12 +0000")
        #expect(index.entries.map(\.kind) == [.images, .bootloaders])
        #expect(index.entries[0].products == ["p", "q"])
        #expect(index.entries[0].path.text == "streams/v1/b.sjson")
        #expect(index.entries[1].format == nil && index.entries[1].updated == nil)
    }

    @Test(arguments: [
        (#"{"index": {}}"#, "$", "\"format\" is missing"),
        (#"{"format": "products:1.0", "index": {}}"#, "$.format", "expected format index:1.0"),
        (#"{"format": "index:1.0"}"#, "$", "\"index\" is missing"),
        (#"{"format": 1}"#, "$.format", "expected a string, found a number"),
        (#"{"format": "index:1.0", "index": []}"#, "$.index", "expected an object"),
        ("[]", "$", "expected an object, found an array"),
        (#"{"format": "index:1.0", "index": {"a": 1}}"#, "$.index.a", "expected an object"),
        (#"{"format": "index:1.0", "index": {"a": {}}}"#, "$.index.a", "\"path\" is missing"),
        (#"{"format": "index:1.0", "index": {"a": {"path": 1}}}"#, "$.index.a.path", "a string"),
        (
            #"{"format": "index:1.0", "index": {"a": {"path": "../x"}}}"#, "$.index.a.path",
            "component \".\" or \"..\""
        ),
        (
            #"{"format": "index:1.0", "index": {"../../x": {"path": "streams/a"}}}"#,
            #"$.index["../../x"]"#, "cannot be a content id"
        ),
        (#"{"format": "index:1.0", "index": {}, "index": {}}"#, "$", "there twice"),
        (
            #"{"format": "index:1.0", "index": {"a": {"path": "streams/a", "products": {}}}}"#,
            "$.index.a.products", "expected an array"
        ),
        (#"{"format": "index:1.0", "_aliases": {"a": {}}, "index": {}}"#, "$._aliases", "aliases"),
    ])
    func `says what is wrong and where`(json: String, place: String, text: String) {
        let error = #expect(throws: DocumentError.self) {
            try StreamIndex(parsing: Array(json.utf8))
        }
        #expect(error?.place.description == place)
        #expect(error?.description.contains(text) == true, "\(String(describing: error))")
    }

    @Test func `an entry knows its own products file`() throws {
        let index = try StreamIndex(parsing: Self.index(#""a": {"path": "streams/v1/a.json"}"#))
        func document(_ contentID: String) throws -> ProductsDocument {
            try ProductsDocument(
                parsing: Array(
                    """
                    {"format": "products:1.0", "content_id": "\(contentID)", "products": {}}
                    """.utf8))
        }
        #expect(throws: Never.self) { try index.entries[0].check(try document("a")) }
        let error = #expect(throws: DocumentError.self) {
            try index.entries[0].check(try document("b"))
        }
        #expect(error?.reason == .contentIDMismatch(expected: "a", found: "b"))
    }
}
