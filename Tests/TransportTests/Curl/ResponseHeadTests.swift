import Testing
import Transport

@Suite struct ResponseHeadTests {
    @Test func `reads status and headers`() {
        let head = Self.read(["HTTP/1.1 404 Not Found\r\n", "A: b \r\n", "C:d:e\r\n", "\r\n"])
        #expect(head.status == 404)
        #expect(head.headers == [HTTPHeader("A", "b"), HTTPHeader("C", "d:e")])
    }

    @Test(arguments: ["HTTP/one 200 OK\r\n", "HTTP/1.1\r\n", "HTTP/1.1 ok\r\n", "HTTP/ 200\r\n"])
    func `sees no status in a broken status line`(line: String) {
        #expect(Self.read([line, "\r\n"]).status == 0)
    }

    @Test func `keeps the last answer only`() {
        let head = Self.read([
            "HTTP/1.1 100 Continue\r\n", "Early: x\r\n", "\r\n",
            "HTTP/1.1 302 Found\r\n", "Location: /y\r\n", "\r\n",
            "HTTP/2 200 \r\n", "a: b\r\n", "\r\n",
        ])
        #expect(head.status == 200)
        #expect(head.headers == [HTTPHeader("a", "b")])
    }

    @Test func `leaves trailers out`() {
        let head = Self.read([
            "HTTP/1.1 200 OK\r\n", "Content-Type: a/b\r\n", "\r\n", "Content-Type: c/d\r\n",
        ])
        #expect(head.headers.value(of: "Content-Type") == "a/b")
    }

    @Test func `joins folded lines and skips what is no header`() {
        let head = Self.read(["HTTP/1.1 200 OK\r\n", "A: b\r\n", "\tc\r\n", "nonsense\r\n"])
        #expect(head.headers == [HTTPHeader("A", "b c")])
    }

    private static func read(_ lines: [String]) -> ResponseHead {
        var head = ResponseHead()
        lines.forEach { head.add($0) }
        return head
    }
}
