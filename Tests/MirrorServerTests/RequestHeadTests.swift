import Testing

@testable import MirrorServer

@Suite struct RequestHeadTests {
    private func head(_ text: String) -> RequestHead? { RequestHead(Array(text.utf8)) }

    @Test func `reads method, target, version and fields`() throws {
        let head = try #require(
            self.head(
                "GET /a HTTP/1.1\r\nHost: mirror\r\nRANGE:\t bytes=1-  \r\nX-Empty:\r\nA: 1\r\na: 2"
            ))
        #expect(head.method == "GET" && head.target == "/a" && head.minor == 1)
        #expect(head["host"] == "mirror" && head["range"] == "bytes=1-" && head["x-empty"] == "")
        #expect(head["a"] == "1, 2" && head["b"] == nil)
    }

    @Test(arguments: [
        "", "GET", "GET /", "GET / HTTP/2.0", "GET / FTP/1.1", "G T / HTTP/1.1", "GET  / HTTP/1.1",
        "GET / HTTP/1.1\r\nno colon", "GET / HTTP/1.1\r\nHost : a", "GET / HTTP/1.1\r\n folded: a",
        "GET / HTTP/1.1\r\nHost: a\0b", "GET / HTTP/1.1\r\n: a", "\u{16}\u{3}\u{1}",
    ])
    func `refuses what is no head`(text: String) {
        #expect(head(text) == nil)
    }

    @Test(arguments: [
        ("1.1", "", true), ("1.1", "\r\nConnection: close", false), ("1.0", "", false),
        ("1.1", "\r\nConnection: TE, Close", false), ("1.0", "\r\nConnection: keep-alive", true),
        ("1.1", "\r\nContent-Length: 5", false), ("1.1", "\r\nContent-Length: 0", true),
        ("1.1", "\r\nTransfer-Encoding: chunked", false),
    ])
    func `knows whether the connection stays`(version: String, fields: String, keeps: Bool) {
        #expect(head("GET / HTTP/\(version)\(fields)")?.keepsConnection == keeps)
    }
}
