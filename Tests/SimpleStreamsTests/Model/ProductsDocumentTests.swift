import Testing

@testable import SimpleStreams

@Suite struct ProductsDocumentTests {
    private static let sha = String(repeating: "ab", count: 32)

    private static func document(_ products: String, top: String = "") -> [UInt8] {
        Array(
            """
            {"content_id": "com.ubuntu.maas:stable:v3:download", "format": "products:1.0",
             "datatype": "image-ids", "updated": "Wed, 21 Aug 2024 10:11:12 +0000", \(top)
             "products": {\(products)}}
            """.utf8)
    }

    private static func item(_ members: String) throws -> Item {
        let bytes = document(#""p": {"versions": {"v": {"items": {"i": {\#(members)}}}}}"#)
        return try #require(try ProductsDocument(parsing: bytes).items.first)
    }

    @Test func `a lower level's tag wins over a higher one's`() throws {
        let document = try ProductsDocument(
            parsing: Self.document(
                """
                "p": {"versions": {"v": {"items": {"i": {"d": "item"}, "j": {}},
                                         "c": "version", "d": "version"}},
                      "b": "product", "c": "product", "d": "product"}
                """, top: #""a": "top", "b": "top", "c": "top", "d": "top","#))
        let items = document.items
        #expect(
            ["a", "b", "c", "d"].map { items[0][$0] } == ["top", "product", "version", "item"])
        #expect(items[1]["d"] == "version")
        #expect(items[0].tags == items[0].tags.filter { items[0][$0.key] == $0.value })
        #expect(
            items[0].tags["content_id"] == "com.ubuntu.maas:stable:v3:download"
                && items[0].tags.count == 11)
    }

    @Test func `names of the levels are tags that lower levels may hide`() throws {
        let bytes = Self.document(
            """
            "p": {"product_name": "hidden", "item_name": "hidden too",
                  "versions": {"v": {"items": {"i": {}, "j": {"product_name": "own"}}}}}
            """)
        let items = try ProductsDocument(parsing: bytes).items
        #expect(items[0]["product_name"] == "p" && items[0]["version_name"] == "v")
        #expect(items[0]["item_name"] == "i")
        #expect(items[1]["product_name"] == "own")
        #expect(items[1].name.product == "p")
    }

    @Test func `tags are texts as Python prints them`() throws {
        let item = try Self.item(
            #""n": 12, "z": -0, "f": 1.50, "t": true, "u": false, "x": null, "l": [1], "o": {}"#)
        #expect(item["n"] == "12" && item["z"] == "0" && item["f"] == "1.5")
        #expect(item["t"] == "True" && item["u"] == "False")
        #expect(item["x"] == nil && item["l"] == nil && item["o"] == nil)
    }

    @Test func `the newest version is last by the characters of its name`() throws {
        let names = ["20240821.1", "20240821", "9", "20240821_01", "20240821.0"]
        let versions = names.map { "\"\($0)\": {\"items\": {}}" }.joined(separator: ",")
        let document = try ProductsDocument(
            parsing: Self.document("\"p\": {\"versions\": {\(versions)}}"))
        #expect(
            document.products[0].versions.map(\.name)
                == ["20240821", "20240821.0", "20240821.1", "20240821_01", "9"])
    }

    @Test func `a file takes size and digest from where they are inherited`() throws {
        let bytes = Self.document(
            """
            "p": {"size": "77", "versions": {"v": {"sha256": "\(Self.sha.uppercased())",
                  "items": {"i": {"path": "a/b"}, "note": {"x": "y"}}}}}
            """)
        let items = try ProductsDocument(parsing: bytes).items
        let file = try #require(try items[0].file())
        #expect(file.path.text == "a/b" && file.size == 77)
        #expect(file.sha256.description == Self.sha)
        #expect(try items[1].file() == nil && !items[1].hasFile)
    }

    @Test(arguments: [
        (#""path": "a", "size": -1, "sha256": "S""#, DocumentError.Reason.size("-1")),
        (#""path": "a", "size": 1.0, "sha256": "S""#, .size("1.0")),
        (#""path": "a", "size": "1_0", "sha256": "S""#, .size("1_0")),
        (
            #""path": "a", "size": 99999999999999999999, "sha256": "S""#,
            .size("99999999999999999999")
        ),
        (#""path": "a", "sha256": "S""#, .missing("size")),
        (#""path": "a", "size": 1"#, .noSHA256(given: [])),
        (#""path": "a", "size": 1, "md5": "x""#, .noSHA256(given: ["md5"])),
        (
            #""path": "a", "size": 1, "md5": "x", "sha512": "x""#,
            .noSHA256(given: ["sha512", "md5"])
        ),
        (#""path": "a", "size": 1, "sha256": "abc""#, .digest("abc")),
        (
            #""path": "../a", "size": 1, "sha256": "S""#,
            .path(.init(path: "../a", reason: .dotComponent))
        ),
    ])
    func `a file that cannot be trusted is refused`(
        members: String, reason: DocumentError.Reason
    ) throws {
        let item = try Self.item(members.replacing("S", with: Self.sha))
        let error = #expect(throws: DocumentError.self) { try item.file() }
        #expect(error?.reason == reason)
        #expect(error?.description.contains(#"$.products.p.versions.v.items.i"#) == true)
    }
}
