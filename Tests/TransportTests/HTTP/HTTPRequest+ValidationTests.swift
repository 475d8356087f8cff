import Testing
import Transport

@Suite struct HTTPRequestValidationTests {
    @Test(arguments: [
        "http://h", "http://h/", "HTTPS://h:443/a%20b", "http://[::1]:5240/MAAS/",
        "http://h/a?x=1", "http://h/a/../b", "http://h/a@b",
    ])
    func `lets a good address pass`(url: String) throws {
        try HTTPRequest(.get, url).validate()
    }

    @Test(arguments: [
        ("", "neither"), ("h/a", "neither"), ("ftp://h/a", "neither"), ("file:///etc", "neither"),
        ("http:///a", "no host"), ("http://:80/a", "no host"), ("http://me:pw@h/a", "user name"),
        ("http://h/a b", "space"), ("http://h/a\r\nX: y", "space"), ("http://h/a\0b", "space"),
        ("http://h/ä", "ASCII"), ("http://h\\@evil/", "backslash"), ("http://h/#x", "fragment"),
    ])
    func `refuses an address that could be misread`(url: String, problem: String) {
        let error = #expect(throws: TransportError.self) {
            try HTTPRequest(.get, url).validate()
        }
        #expect(error?.kind == .invalidURL)
        #expect(error?.detail.contains(problem) == true)
        #expect(error?.description.contains("pw") == false)
    }

    @Test func `refuses two queries and a signed one beside the parameters`() throws {
        let url = "http://h/a?x=1"
        let signer = OAuthSigner(key: try APIKey(parsing: "a:b:c"), method: .hmacSHA1)
        for request in [
            HTTPRequest(.get, url, query: [FormField("y", "2")]),
            HTTPRequest(.get, url, signer: signer),
        ] {
            let error = #expect(throws: TransportError.self) { try request.validate() }
            #expect(error?.kind == .invalidURL)
        }
    }

    @Test(arguments: [
        HTTPHeader("X", "a\r\nInjected: b"), HTTPHeader("X", "a\nb"), HTTPHeader("X", "a\0b"),
        HTTPHeader("X\r\nInjected", "b"), HTTPHeader("X Y", "b"), HTTPHeader("X:", "b"),
        HTTPHeader("", "b"), HTTPHeader("Ä", "b"), HTTPHeader("X", "a\u{7F}"),
    ])
    func `refuses a header that would become two`(header: HTTPHeader) {
        let error = #expect(throws: TransportError.self) {
            try HTTPRequest(.get, "http://h/", headers: [header]).validate()
        }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.description.contains("\r") == false)
    }

    @Test func `lets tabs and text outside ASCII pass in values`() throws {
        let headers = [HTTPHeader("X-A", "a\tb"), HTTPHeader("If-Range", "\"ä\"")]
        try HTTPRequest(.get, "http://h/", headers: headers).validate()
    }

    @Test func `refuses NUL where the signature would end`() {
        for request in [
            HTTPRequest(.get, "http://h/", query: [FormField("a", "b\0c")]),
            HTTPRequest(.post, "http://h/", body: .form([FormField("a\0", "b")])),
        ] {
            let error = #expect(throws: TransportError.self) { try request.validate() }
            #expect(error?.kind == .invalidRequest)
        }
    }
}
