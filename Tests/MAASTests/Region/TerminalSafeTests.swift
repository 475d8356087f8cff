import Testing

@testable import MAAS

@Suite struct TerminalSafeTests {
    @Test(arguments: [
        ("plain ~ text", "plain ~ text"), ("größe 名前 🙂", "größe 名前 🙂"), ("a  b", "a  b"),
        ("a\tb\nc\r\nd", "a b c  d"), ("a\u{0}b\u{7F}c\u{8}", "abc"),
        ("\u{1B}[31;1mred\u{1B}[0m", "red"), ("\u{1B}[2J\u{1B}[H", ""),
        ("\u{1B}]0;title\u{7}x", "x"),
        ("\u{1B}]8;;http://evil\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
        ("\u{1B}Pq#0\u{1B}\\x", "x"), ("\u{1B}cx", "x"), ("\u{1B}(0x", "x"),
        ("\u{9B}31mred", "red"), ("\u{9D}0;t\u{9C}x", "x"), ("\u{90}q\u{9C}x", "x"),
        ("\u{85}x\u{2028}y", " x y"), ("\u{80}\u{9C}x", "x"),
        ("a\u{202E}b\u{2066}c\u{200F}d\u{FEFF}e\u{200B}f", "abcdef"),
        ("open \u{1B}]0;never closed", "open 0;never closed"), ("end \u{1B}", "end "),
        ("end \u{1B}[", "end "), ("\u{1B}[31\nx", " x"), ("\u{1B}\u{1B}[31mx", "x"),
    ])
    func `takes out what drives a terminal`(given: String, expected: String) {
        let safe = TerminalSafe.text(given)
        #expect(safe == expected)
        #expect(TerminalSafe.text(safe) == safe, "nothing new forms from what is left")
    }

    @Test(arguments: [
        ("  a \n\n b ", 9, "a b"), ("abcdef", 3, "abc…"), ("abc", 3, "abc"), ("", 3, ""),
        ("🙂🙂", 1, "🙂…"),
    ])
    func `cuts a line`(given: String, limit: Int, expected: String) {
        #expect(TerminalSafe.line(given, limit: limit) == expected)
    }
}
