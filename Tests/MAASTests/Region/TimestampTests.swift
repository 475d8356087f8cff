import FoundationEssentials
import Testing

@testable import MAAS

@Suite struct TimestampTests {
    private static let second = 1_795_378_172.0

    @Test(arguments: [
        ("2026-11-22T20:09:32Z", second), ("2026-11-22T20:09:32.857Z", second + 0.857),
        ("2026-11-22T20:09:32.857123Z", second + 0.857123), ("2026-11-22T20:09:32+00:00", second),
        ("2026-11-22T22:09:32.857+02:00", second + 0.857),
    ])
    func `a time with a zone is an instant`(text: String, seconds: Double) throws {
        let instant = try #require(Timestamp(text).instant)
        #expect(abs(instant.timeIntervalSince1970 - seconds) < 0.0001)
        #expect(Timestamp(text).text == text)
    }

    @Test(arguments: [
        "2026-11-22T20:09:32.857", "2026-11-22T20:09:32", "Fri, 21 Aug. 2026 10:00:00",
        "2026-11-22", "2026-13-45T99:99:99Z", "", "now",
    ])
    func `any other text is none`(text: String) {
        #expect(Timestamp(text).instant == nil)
        #expect(Timestamp(text).text == text)
    }
}
