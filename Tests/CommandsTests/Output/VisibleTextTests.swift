import Commands
import Testing

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("two\tcolumns\n", "two columns "),
        ("\u{1B}[31mred", "\u{FFFD}[31mred"),
        ("gpj.\u{202E}exe", "gpj.\u{FFFD}exe"), ("a\u{2066}b\u{200F}", "a\u{FFFD}b\u{FFFD}"),
        ("naïve 画像", "naïve 画像"),
    ])
    func `no text drives the terminal or turns a row`(text: String, shown: String) {
        #expect(VisibleText.oneLine(text) == shown)
    }

    @Test func `line ends stay where lines are meant`() {
        #expect(VisibleText.lines("one\ntwo\u{7}") == "one\ntwo\u{FFFD}")
    }
}
