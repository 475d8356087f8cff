@testable import Commands
import Testing
import Yams

@Suite struct YAMLWriterTests {
    @Test func `keeps the order of members`() throws {
        let value: JSONValue = ["zebra": 1, "apple": ["noble", nil, true, .number(1.5)]]
        #expect(
            try YAMLWriter().text(value) == """
                zebra: 1
                apple:
                - noble
                - null
                - true
                - 1.5

                """)
    }

    @Test(arguments: [
        "", " ", "yes", "No", "y", "null", "~", "true", "1", "1.5", "1e3", "0o17", "0x1f", ".inf",
        "12:30:45", "2026-01-31", "- a", "a: b", "#x", "a #b", "*x", "&x", "!x", "%x", "@x", "`x`",
        "'", "\"", "\\", "a\nb", "a\n", "\n", "\t", "\u{1}\u{7f}", "é", "中🙂", "---", "...", "?",
        "<<", "=", "https://images.maas.io/stable/", String(repeating: "long word ", count: 40),
        "\u{85}", "\u{2028}",
    ])
    func `writes any text so that it reads back as that text`(text: String) throws {
        let document = try YAMLWriter().text(["text": .string(text), "list": [.string(text)]])
        let node = try #require(try Yams.compose(yaml: document))
        #expect(node["text"]?.scalar?.string == text)
        #expect(node["text"]?.tag == Tag(.str))
        #expect(node["list"]?[0]?.scalar?.string == text)
    }

    @Test(arguments: ["noble", "/usr/share/keyrings/x.gpg", "ga-24.04", "amd64"])
    func `leaves harmless words without quotes`(text: String) {
        #expect(YAMLWriter.isHarmless(text))
    }

    @Test func `escapes a byte order mark, which readers drop where it stands raw`() throws {
        #expect(try YAMLWriter().text("\u{feff}x") == "\"\\uFEFFx\"\n")
    }

    @Test func `writes an empty list on one line`() throws {
        #expect(try YAMLWriter().text([]) == "[]\n")
    }
}
