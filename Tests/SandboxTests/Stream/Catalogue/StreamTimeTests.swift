import Testing

@testable import Sandbox

@Suite struct StreamTimeTests {
    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00"), (951_827_696, "Tue, 29 Feb 2000 12:34:56"),
            (1_735_689_599, "Tue, 31 Dec 2024 23:59:59"),
        ] as [(Int64, String)])
    func `writes instants as RFC 2822 and RFC 9110 have them`(seconds: Int64, text: String) {
        #expect(StreamTime.rfc2822(seconds) == text + " +0000")
        #expect(StreamTime.http(seconds) == text + " GMT")
    }

    @Test func `versions are named by days and sort by age`() {
        #expect(StreamTime.version(1) == "20240904")
        #expect(StreamTime.version(3) == "20241002.1")
        let names = (0..<40).map(StreamTime.version)
        #expect(names == names.sorted())
    }
}
