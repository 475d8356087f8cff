import Testing

@testable import Sandbox

struct CivilTimeTests {
    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00", "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_399.5, "2000-02-28T23:59:59.500", "Mon, 28 Feb 2000 23:59:59 GMT"),
        (1_709_164_800.0, "2024-02-29T00:00:00", "Thu, 29 Feb 2024 00:00:00 GMT"),
        (1_795_378_203.25, "2026-11-22T20:10:03.250", "Sun, 22 Nov 2026 20:10:03 GMT"),
    ])
    func `shows a moment`(seconds: Double, iso: String, header: String) {
        let time = CivilTime(secondsSinceEpoch: seconds)
        #expect(time.isoText == iso)
        #expect(time.headerText == header)
    }

    @Test func `writes events with a stop after the month`() {
        let time = CivilTime(secondsSinceEpoch: 1_795_378_203)
        #expect(time.eventText == "Sun, 22 Nov. 2026 20:10:03")
    }
}
