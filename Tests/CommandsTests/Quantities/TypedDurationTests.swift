import Commands
import Testing

@Suite struct TypedDurationTests {
    @Test(arguments: [
        ("90", 90_000), ("90s", 90_000), ("2h", 7_200_000), ("1h30m", 5_400_000), ("0", 0),
        ("1.5m", 90_000), ("500ms", 500), ("1d2h3m4s5ms", 93_784_005), ("0.5", 500),
        ("1m500ms", 60_500),
    ])
    func `reads what people type`(text: String, milliseconds: Int) {
        #expect(TypedDuration(parsing: text)?.duration == .milliseconds(milliseconds))
    }

    @Test(arguments: [
        "", "-1", "s", "1x", "1h1h", "1m1h", "1 h", "h1", "1..5s", "١s", "1e3", ".5", "nan", "inf",
        "99999999999999999999d", "10001d",
    ])
    func `refuses anything else`(text: String) {
        #expect(TypedDuration(parsing: text) == nil)
    }

    @Test(arguments: ["1h30m", "90d", "1s", "500ms", "0s", "1d2h3m4s5ms"])
    func `writes it as it can be typed`(text: String) {
        #expect(TypedDuration(parsing: text)?.description == text)
    }
}
