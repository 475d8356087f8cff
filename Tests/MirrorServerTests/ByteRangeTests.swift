import Testing

@testable import MirrorServer

@Suite struct ByteRangeTests {
    @Test(arguments: [
        ("bytes=0-0", ByteRange.part(0..<1)), ("bytes=10-19", .part(10..<20)),
        ("bytes=90-", .part(90..<100)), ("bytes=-10", .part(90..<100)),
        ("bytes=-500", .part(0..<100)), ("bytes=50-5000", .part(50..<100)),
        ("BYTES=99-99", .part(99..<100)), ("bytes=0-99999999999999999999", .part(0..<100)),
        ("bytes=100-", .unsatisfiable), ("bytes=100-200", .unsatisfiable),
        ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
        ("bytes=20-10", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole),
        ("bytes=0-1,5-6", .whole), ("lines=0-1", .whole), ("bytes=", .whole),
        ("bytes=+1-2", .whole),
    ])
    func `reads one range`(header: String, range: ByteRange) {
        #expect(ByteRange(header, size: 100) == range)
    }

    @Test func `finds no byte in an empty file`() {
        #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=0-0", size: 0) == .unsatisfiable)
        #expect(ByteRange(nil, size: 0) == .whole)
    }
}
