import SimpleStreams
import Testing

@Suite struct SHA256DigestTests {
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `reads digits of either case and prints lower ones`() throws {
        let digest = try #require(SHA256Digest(hexadecimal: Self.abc.uppercased()))
        #expect(digest.description == Self.abc)
        #expect(digest == SHA256Digest.of("abc".utf8))
        #expect(SHA256Digest(bytes: digest.bytes) == digest)
    }

    @Test(arguments: [
        "", "abc", abc + "0", String(abc.dropLast()), String(abc.dropLast()) + "g",
        String(abc.dropLast()) + " ", String(repeating: "é", count: 32),
    ])
    func `refuses anything else`(text: String) {
        #expect(SHA256Digest(hexadecimal: text) == nil)
    }
}
