import Testing

@testable import Sandbox

@Suite struct StreamRequestHeadTests {
    @Test func `reads method, path and fields`() throws {
        let text = "GET /a%3Ab%2e%2?x=1 HTTP/1.1\r\nHost: h\r\nRANGE:  bytes=0-\r\n"
        let head = try #require(StreamRequestHead(text))
        #expect(head.method == "GET")
        #expect(head.path == "/a:b.%2")
        #expect(head.headers == ["host": "h", "range": "bytes=0-"])
    }

    @Test(arguments: [
        ("HTTP/1.1\r\n", true), ("HTTP/1.1\r\nConnection: close\r\n", false),
        ("HTTP/1.0\r\n", false), ("HTTP/1.0\r\nConnection: Keep-Alive\r\n", true),
    ])
    func `knows whether the connection goes on`(rest: String, keepsAlive: Bool) throws {
        #expect(try #require(StreamRequestHead("GET / " + rest)).keepsAlive == keepsAlive)
    }

    @Test(arguments: ["", "GET /", "GET / HTTP/2.0", "GET / HTTP/1.1\r\nno colon\r\n"])
    func `refuses what is no request`(text: String) {
        #expect(StreamRequestHead(text) == nil)
    }
}
