import Testing
import Transport

@Suite struct SignedRequestTests {
    @Test(arguments: [
        ("HTTP://Maas.Test:80/MAAS/x", "http://maas.test/MAAS/x"),
        ("https://h:443/a", "https://h/a"),
        ("http://h:443/a", "http://h:443/a"),
        ("http://[::1]:5240/MAAS/", "http://[::1]:5240/MAAS/"),
        ("http://h", "http://h/"),
    ])
    func `normalises the address`(given: String, expected: String) {
        #expect(SignedRequest(HTTPRequest(.get, given)).baseURL == expected)
    }

    @Test func `a POST signs the last value of each name, query before form`() {
        let request = HTTPRequest(
            .post, "http://h/", query: [FormField("op", "x")],
            body: .form([FormField("arches", "a"), FormField("os", "u"), FormField("arches", "b")]))
        #expect(
            SignedRequest(request).parameters == [
                FormField("op", "x"), FormField("arches", "b"), FormField("os", "u"),
            ])
    }

    @Test(arguments: [HTTPRequest.Method.put, .delete])
    func `no other verb signs its body`(method: HTTPRequest.Method) {
        let request = HTTPRequest(method, "http://h/", body: .form([FormField("url", "x")]))
        #expect(SignedRequest(request).parameters.isEmpty)
    }
}
