import Commands
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("蜜柑", 4), ("ｗ", 2), ("🙂", 2),
        ("👨‍👩‍👧", 2), ("한글", 4), ("\u{200b}", 0),
    ])
    func `counts the columns of a terminal`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("蜜柑蜜柑", 5, "蜜柑…"),
        ("蜜柑蜜柑", 4, "蜜…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
    func `cuts to a width`(text: String, width: Int, cut: String) {
        #expect(DisplayWidth.shortened(text, to: width) == cut)
        #expect(DisplayWidth.of(cut) <= width)
    }
}
