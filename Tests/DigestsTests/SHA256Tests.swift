import Digests
import Testing

@Suite struct SHA256Tests {
    /// FIPS 180-4's sample vectors.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `hashes the published vectors`(text: String, digest: String) {
        #expect(Hexadecimal.encode(SHA256.hash(text.utf8)) == digest)
    }

    @Test func `pieces hash like the whole`() {
        var pieces = SHA256()
        pieces.update("ab".utf8)
        pieces.update("".utf8)
        pieces.update("c".utf8)
        #expect(pieces.finalize() == SHA256.hash("abc".utf8))
    }
}
