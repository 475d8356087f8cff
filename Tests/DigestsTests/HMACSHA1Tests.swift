import Digests
import Testing

@Suite struct HMACSHA1Tests {
    /// RFC 2202, test cases 1 and 2.
    @Test func `authenticates the published vectors`() {
        let first = HMACSHA1.authenticate(
            Array("Hi There".utf8), key: [UInt8](repeating: 0x0b, count: 20))
        #expect(Hexadecimal.encode(first) == "b617318655057264e28bc0b6fb378c8ef146be00")
        let second = HMACSHA1.authenticate(
            Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(Hexadecimal.encode(second) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
    }
}
