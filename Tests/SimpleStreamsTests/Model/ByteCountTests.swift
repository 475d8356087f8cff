import SimpleStreams
import Testing

@Suite struct ByteCountTests {
    @Test(arguments: [("0", 0), ("1", 1), ("007", 7), ("17592186044416", 17_592_186_044_416)])
    func `reads whole numbers`(text: String, count: Int64) {
        #expect(ByteCount.parse(text) == count)
    }

    @Test(arguments: [
        "", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "1_0", "one", "17592186044417",
        "99999999999999999999", "True", "١",
    ])
    func `refuses anything else`(text: String) {
        #expect(ByteCount.parse(text) == nil)
    }
}
