import Testing
import Transport

@Suite struct FormEncodingTests {
    @Test(arguments: [
        ("", ""), ("azAZ09-._~", "azAZ09-._~"), ("a b", "a%20b"), ("a+b", "a%2Bb"),
        ("a&b=c", "a%26b%3Dc"), ("ü", "%C3%BC"), ("\u{1F427}", "%F0%9F%90%A7"), ("%", "%25"),
        ("/:@", "%2F%3A%40"), ("\r\n", "%0D%0A"),
    ])
    func `encodes all but the unreserved characters`(text: String, encoded: String) {
        #expect(FormEncoding.escape(text) == encoded)
    }

    @Test func `keeps the order and repeated names`() {
        let fields = [FormField("b", "2"), FormField("a", "1"), FormField("b", "x y")]
        #expect(FormEncoding.encode(fields) == "b=2&a=1&b=x%20y")
        #expect(FormEncoding.encode([]) == "")
    }
}
