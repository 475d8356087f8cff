import Commands
import FoundationEssentials
import Testing

@Suite struct JSONWriterTests {
    @Test func `keeps the order of members and indents by two`() {
        let value: JSONValue = ["zebra": 1, "apple": [true, nil, "x"], "none": [], "empty": [:]]
        #expect(
            JSONWriter(.pretty).text(value) == """
                {
                  "zebra": 1,
                  "apple": [
                    true,
                    null,
                    "x"
                  ],
                  "none": [],
                  "empty": {}
                }
                """)
        #expect(
            JSONWriter(.compact).text(value)
                == #"{"zebra":1,"apple":[true,null,"x"],"none":[],"empty":{}}"#)
    }

    @Test(arguments: [
        ("a/b", #""a/b""#), ("\"\\", #""\"\\""#), ("\n\r\t\u{8}\u{c}", #""\n\r\t\b\f""#),
        ("\u{1}\u{1f}\u{7f}", #""\u0001\u001f\u007f""#), ("é中🙂", "\"é中🙂\""),
        ("\r\n", #""\r\n""#),
    ])
    func `escapes what RFC 8259 wants escaped`(text: String, json: String) throws {
        #expect(JSONWriter.quoted(text) == json)
        let read = try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8))
        #expect(read == [text])
    }

    @Test(arguments: [(1.5, "1.5"), (0.1, "0.1"), (.nan, "null"), (.infinity, "null")])
    func `writes numbers that JSON can say`(number: Double, json: String) {
        #expect(JSONWriter(.compact).text(.number(number)) == json)
    }

    @Test func `encodes to the same values as it writes`() throws {
        let value: JSONValue = ["a": [1, "x", nil, false], "b": ["c": .number(2.5)]]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(value), as: UTF8.self)
                == JSONWriter(.compact).text(value))
    }
}
