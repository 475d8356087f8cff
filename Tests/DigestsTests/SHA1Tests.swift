import Digests
import Testing

@Suite struct SHA1Tests {
    /// FIPS 180-4's sample vectors.
    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ])
    func `hashes the published vectors`(text: String, digest: String) {
        #expect(Hexadecimal.encode(SHA1.hash(Array(text.utf8))) == digest)
    }
}
