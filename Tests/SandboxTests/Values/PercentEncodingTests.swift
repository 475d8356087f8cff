import Testing

@testable import Sandbox

struct PercentEncodingTests {
    @Test(arguments: [
        ("a b", "a%20b"), ("a+b~c-._", "a%2Bb~c-._"), ("ü", "%C3%BC"), ("/&=%", "%2F%26%3D%25"),
    ])
    func `encodes all but unreserved characters`(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(PercentEncoding.decode(encoded) == text)
    }

    @Test func `leaves broken triplets alone`() {
        #expect(PercentEncoding.decode("%zz%4") == "%zz%4")
        #expect(PercentEncoding.decode("a+b", plusIsSpace: true) == "a b")
        #expect(PercentEncoding.decode("a+b") == "a+b")
    }
}
