import Testing

@testable import Sandbox

struct JSONTextTests {
    @Test func `writes one line as Python does`() {
        let value: JSONValue = ["a": [1, 2], "b": nil, "c": "ü\"\n☃"]
        let text = JSONText.write(value, layout: .compact)
        #expect(text == #"{"a": [1, 2], "b": null, "c": "\u00fc\"\n\u2603"}"#)
    }

    @Test func `writes four spaces a level and leaves text beyond ASCII`() {
        let value: JSONValue = ["a": ["ü"], "b": [], "c": [:], "d": true]
        let text = JSONText.write(value, layout: .indented)
        #expect(
            text == """
                {
                    "a": [
                        "ü"
                    ],
                    "b": [],
                    "c": {},
                    "d": true
                }
                """)
    }

    @Test func `escapes beyond the first plane as two units`() {
        #expect(JSONText.write("😀", layout: .compact) == #""\ud83d\ude00""#)
    }
}
