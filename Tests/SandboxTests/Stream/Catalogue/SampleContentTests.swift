import Digests
import Testing

@testable import Sandbox

@Suite struct SampleContentTests {
    private let content = SampleContent(seed: 7, path: "noble/squashfs", size: 100_000)

    @Test(arguments: [0..<1, 16_380..<16_390, 5..<99_999, 99_990..<200_000, 100_000..<100_001])
    func `a part is cut from the whole`(range: Range<Int>) {
        let whole = content.bytes(0..<100_000)
        #expect(content.bytes(range) == Array(whole[range.clamped(to: 0..<100_000)]))
    }

    @Test func `the digest is that of the bytes`() {
        let digest = Hexadecimal.encode(SHA256.hash(content.bytes(0..<100_000)))
        #expect(content.sha256() == digest)
    }

    @Test func `seed and path decide the bytes`() {
        let same = SampleContent(seed: 7, path: "noble/squashfs", size: 50_000)
        #expect(same.bytes(0..<64) == content.bytes(0..<64))
        for (seed, path) in [(8, "noble/squashfs"), (7, "jammy/squashfs")] as [(UInt64, String)] {
            let other = SampleContent(seed: seed, path: path, size: 64)
            #expect(other.bytes(0..<64) != content.bytes(0..<64))
        }
    }

    @Test func `no block repeats another`() {
        let size = SampleContent.blockSize
        #expect(content.bytes(0..<size) != content.bytes(size..<2 * size))
    }
}
