import Testing

@testable import Sandbox

struct URLFieldTests {
    @Test(arguments: [
        "http://mirror.lan/images/", "https://mirror.example.com:8443/x", "http://127.0.0.1:5240/x",
        "http://localhost/x", "http://[::1]:80/", "ftp://example.com/x/", "http://u:p@host.lan/",
    ])
    func `accepts what Django accepts`(url: String) {
        #expect(URLField.clean(url, .v3_7) == url)
    }

    @Test(arguments: [
        "http://mirror/images", "http://mirror:8080/x", "file:///x", "not a url", "nope",
        "http://a.b1/", "http://-a.lan/", "http://a..lan/", "http://a.lan:123456/",
    ])
    func `refuses what Django refuses`(url: String) {
        #expect(URLField.clean(url, .v3_7) == nil)
    }

    @Test func `adds the scheme that is missing`() {
        #expect(URLField.clean("mirror.lan/x", .v3_7) == "http://mirror.lan/x")
    }

    @Test func `wants two digits in a port before 3.7`() {
        #expect(URLField.clean("http://127.0.0.1:9/x", .v3_3) == nil)
        #expect(URLField.clean("http://127.0.0.1:9/x", .v3_7) != nil)
    }
}
