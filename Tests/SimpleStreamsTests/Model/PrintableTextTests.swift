import SimpleStreams
import Testing

@Suite struct PrintableTextTests {
    @Test(arguments: [
        ("plain é", "\"plain é\""), ("a\"b\\", #""a\"b\\""#), ("\u{1b}[0m\n", #""\u{1B}[0m\n""#),
        ("\u{202e}x", #""\u{202E}x""#), ("", "\"\""),
    ])
    func `is fit for a message`(text: String, shown: String) {
        #expect(PrintableText.quote(text) == shown)
    }

    @Test func `is not endless`() {
        let shown = PrintableText.quote(String(repeating: "x", count: 10_000))
        #expect(shown.count == PrintableText.limit + 3 && shown.hasSuffix("…\""))
    }
}
