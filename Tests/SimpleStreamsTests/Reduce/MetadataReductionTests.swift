import Foundation
import Testing

@testable import SimpleStreams

@Suite struct MetadataReductionTests {
    private static let products = #"""
        {"content_id": "c", "format": "products:1.0", "updated": "21 Aug 2024 10:00:00 +0000",
         "x-new": {"deep": [1, {"a": null}], "n": 1.50e+3},
         "products": {
           "p:1": {"os": "ubuntu", "title": "24.04 \u00e9 \/", "odd": [true, false],
             "versions": {
               "2": {"label": "a", "items": {"i": {"path": "a", "size": 010, "q": "\"\\"}, "j": {}}},
               "1": {"items": {"i": {"path": "b"}}}}},
           "p:2": {"versions": {"1": {"items": {"i": {"path": "c"}}}}}}}
        """#.replacing("010", with: "10")

    private func held(_ names: (String, String, [String])...) -> HeldNames.Products {
        names.reduce(into: [:]) { products, name in
            products[ExactName(name.0), default: [:]][ExactName(name.1)] = Set(
                name.2.map(ExactName.init))
        }
    }

    private func reduce(_ held: HeldNames.Products) throws -> String {
        let bytes = try MetadataReduction.products(Array(Self.products.utf8), keeping: held)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `keeps what is held and nothing else`() throws {
        let text = try reduce(held(("p:1", "2", ["i"])))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let products = try #require(json["products"] as? [String: [String: Any]])
        #expect(Array(products.keys) == ["p:1"])
        let versions = try #require(products["p:1"]?["versions"] as? [String: [String: Any]])
        #expect(Array(versions.keys) == ["2"])
        #expect((versions["2"]?["items"] as? [String: Any])?.keys.sorted() == ["i"])
        #expect(versions["2"]?["label"] as? String == "a")
    }

    @Test func `keeps tags, unknown members and the digits of numbers as they were written`() throws
    {
        let text = try reduce(held(("p:1", "1", ["i"])))
        for kept in [
            #""title": "24.04 \u00e9 \/""#, #""n": 1.50e+3"#, #""a": null"#,
            #""updated": "21 Aug 2024 10:00:00 +0000""#, "true,\n",
        ] {
            #expect(text.contains(kept), "\(kept)")
        }
        #expect(!text.contains("p:2") && !text.contains(#""2""#))
        // What is read of it is the same as before.
        let whole = try ProductsDocument(parsing: Array(Self.products.utf8))
        let reduced = try ProductsDocument(parsing: Array(text.utf8))
        let item = try #require(reduced.items.first)
        #expect(item.tags == whole.items.first { $0.name == item.name }?.tags)
    }

    @Test func `with all held says the same as before`() throws {
        let text = try reduce(
            held(("p:1", "1", ["i"]), ("p:1", "2", ["i", "j"]), ("p:2", "1", ["i"])))
        let before = try JSONSerialization.jsonObject(with: Data(Self.products.utf8))
        let after = try JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect((before as? NSDictionary) == (after as? NSDictionary))
        // Reducing again changes no byte.
        let again = try MetadataReduction.products(
            Array(text.utf8),
            keeping: held(("p:1", "1", ["i"]), ("p:1", "2", ["i", "j"]), ("p:2", "1", ["i"])))
        #expect(again == Array(text.utf8))
    }

    @Test func `writes short lines whatever upstream wrote`() throws {
        let names = (0..<5000).map { "product-number-\($0)" }
        let products = names.map {
            #""\#($0)":{"versions":{"1":{"items":{"i":{"path":"\#($0)"}}}}}"#
        }
        let line =
            #"{"content_id":"c","format":"products:1.0","products":{\#(products.joined(separator: ","))}}"#
        let held = names.reduce(into: HeldNames.Products()) {
            $0[ExactName($1)] = [ExactName("1"): [ExactName("i")]]
        }
        let text = try MetadataReduction.products(Array(line.utf8), keeping: held)
        let longest = text.split(separator: 0x0A).map(\.count).max()
        #expect(longest.map { $0 < 200 } == true)
        #expect(text.last == 0x0A)
        #expect(!String(decoding: text, as: UTF8.self).contains(" \n"))
    }

    @Test func `an index lists what is held, where it is`() throws {
        let index = #"""
            {"format": "index:1.0", "note": "x", "index": {
              "a": {"path": "streams/v1/a.sjson", "format": "products:1.0", "clouds": [{"r": "e"}],
                    "products": ["p:1", "p:2"]},
              "b": {"path": "streams/v1/b.sjson", "products": []}}}
            """#
        var names = HeldNames()
        let document = try ProductsDocument(
            parsing: Array(
                #"""
                {"content_id": "a", "format": "products:1.0", "products": {"p:2": {"versions":
                 {"1": {"items": {"i": {"ftype": "note"}}}}}}}
                """#.utf8))
        names.add(try FilterSet(parsing: [], choice: nil).select(document))
        let place = try RelativePath(metadata: "streams/v1/a.0123456789abcdef.sjson")
        let bytes = try MetadataReduction.index(
            Array(index.utf8), keeping: names, at: [ExactName("a"): place])
        let read = try StreamIndex(parsing: bytes)
        #expect(read.entries.map(\.contentID) == ["a"])
        #expect(read.entries[0].path == place)
        #expect(read.entries[0].products == ["p:2"])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#""note": "x""#) && text.contains(#""r": "e""#))
    }

    @Test func `tells names apart that only look the same`() throws {
        let composed = "caf\u{e9}"
        let parted = "cafe\u{301}"
        let line = #"""
            {"content_id": "c", "format": "products:1.0", "products": {
             "\#(composed)": {"versions": {"1": {"items": {"i": {}}}}},
             "\#(parted)": {"versions": {"1": {"items": {"i": {}}}}}}}
            """#
        let text = try MetadataReduction.products(
            Array(line.utf8), keeping: held((parted, "1", ["i"])))
        let read = try ProductsDocument(parsing: text).products.map { Array($0.name.utf8) }
        #expect(read == [Array(parted.utf8)])
    }
}
