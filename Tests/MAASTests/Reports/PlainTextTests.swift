import Testing

@testable import MAAS

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("a<br>b", "a; b"), ("a<br/>b<BR />c", "a; b; c"),
        ("a.<br><br>\n b", "a. b"), ("<br>a<br>", "a"), ("a\n  b\tc", "a b c"),
        (
            "Visit the\n<a href=\"http://h/MAAS/r/images\">boot images</a> page",
            "Visit the boot images page"
        ),
        ("<b>bold</b> <BROKEN attr>", "bold"), ("a<brx>b", "ab"),
        ("1 < 2 > 1", "1 < 2 > 1"), ("x <", "x <"), ("x </", "x </"), ("a <b", "a <b"),
        ("<<b>script>alert</script>", "<script>alert"),
        ("&lt;b&gt; &amp;lt; &quot;q&#x27; &#39;&apos;&nbsp;.", "<b> &lt; \"q' '' ."),
        (
            "&unknown; & &; &#; &#x; &#xZZ; &#-5; &#+5;",
            "&unknown; & &; &#; &#x; &#xZZ; &#-5; &#+5;"
        ),
        ("&#x110000; &#xD800;", "&#x110000; &#xD800;"), ("&lt", "&lt"), ("&#X41;", "A"),
        ("&#27;[31mred&#x1b;[0m&#x9b;2J", "red"), ("a\u{1B}]0;title\u{07}b", "ab"),
        ("a&#8238;b\u{202E}c", "abc"), ("&amp;#27;[31m", "&#27;[31m"),
        ("a&#10;b&#13;c", "a b c"),
    ])
    func `reads a notice`(html: String, expected: String) {
        #expect(PlainText.from(html: html) == expected)
    }

    @Test func `is bounded`() {
        let text = PlainText.from(html: String(repeating: "ab", count: 5000))
        #expect(text.count == PlainText.limit + 1)
        #expect(text.hasSuffix("…"))
    }

    /// Each would take hours if the time grew with the square of the length.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["<a", "<", "&", "&lt", "<br", "&#x", "\u{1B}]", "\u{9D}a", "\u{1B}[1", "<br> "])
    func `takes a megabyte of junk in its stride`(unit: String) {
        let junk = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
        #expect(PlainText.from(html: junk).count <= PlainText.limit + 1)
    }
}
