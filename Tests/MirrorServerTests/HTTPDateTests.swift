import Testing

@testable import MirrorServer

@Suite struct HTTPDateTests {
    @Test func `writes and reads the RFC's own example`() {
        #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
        #expect(HTTPDate.short(784_111_777) == "1994-11-06 08:49")
    }

    @Test func `reads what it writes, leap days and ends of centuries among it`() {
        for seconds in stride(from: 0, to: 5_000_000_000, by: 86_399 * 97) {
            #expect(HTTPDate.seconds(HTTPDate.text(seconds)) == seconds)
        }
        #expect(HTTPDate.text(951_782_400) == "Tue, 29 Feb 2000 00:00:00 GMT")
        #expect(HTTPDate.text(4_107_542_400) == "Mon, 01 Mar 2100 00:00:00 GMT")
    }

    @Test(arguments: [
        "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nix 1994 08:49:37 GMT", "0",
    ])
    func `takes nothing else for a time`(text: String) {
        #expect(HTTPDate.seconds(text) == nil)
    }
}
