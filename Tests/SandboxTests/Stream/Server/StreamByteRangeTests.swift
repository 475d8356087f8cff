import Testing

@testable import Sandbox

@Suite struct StreamByteRangeTests {
    @Test(
        arguments: [
            (nil, .whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-", .part(2..<10)),
            ("bytes=2-99", .part(2..<10)), ("bytes=-3", .part(7..<10)),
            ("bytes=-99", .part(0..<10)),
            ("bytes=9-", .part(9..<10)), ("bytes=10-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable),
            ("bytes=5-2", .whole), ("bytes=a-b", .whole), ("bytes=0-1,4-5", .whole),
            ("lines=0-1", .whole), ("bytes=-", .whole),
        ] as [(String?, StreamByteRange)])
    func `reads a range of a file of ten bytes`(field: String?, range: StreamByteRange) {
        #expect(StreamByteRange(field, size: 10) == range)
    }

    @Test func `an empty file satisfies no range`() {
        #expect(StreamByteRange("bytes=0-", size: 0) == .unsatisfiable)
        #expect(StreamByteRange("bytes=-1", size: 0) == .unsatisfiable)
    }
}
