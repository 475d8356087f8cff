import Testing

@testable import ObjectStore

@Suite struct XMLReaderTests {
    @Test func `elements, texts and references are read`() throws {
        let text = """
            <?xml version="1.0"?><x:List xmlns:x="u"><x:Key>a&amp;b&#60;c</x:Key><Key>d</Key>
            <Empty/></x:List>
            """
        let root = try #require(XMLReader.read(Array(text.utf8)))
        #expect(root.name == "List")
        #expect(root.text(of: "Key") == "a&b<c")
        #expect(root.all("Key").map(\.text) == ["a&b<c", "d"])
        #expect(root.text(of: "Empty") == "")
        #expect(root.text(of: "Other") == nil)
    }

    @Test(arguments: [
        "", "no", "<a>", "<a></b>", "<a/><b/>",
        "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>",
        String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100),
    ])
    func `what is no plain small document is none`(text: String) {
        #expect(XMLReader.read(Array(text.utf8)) == nil)
    }

    @Test func `text is escaped so that it is read back`() throws {
        let text = #"<&>" ü"#
        let root = try #require(XMLReader.read(Array("<a>\(XMLText.escape(text))</a>".utf8)))
        #expect(root.text == text)
    }
}
