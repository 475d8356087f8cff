import Commands
import FoundationEssentials
import Testing

@Suite struct RelativeTimeTests {
    @Test(arguments: [
        (0, "just now"), (-4, "just now"), (3, "just now"), (-5, "5 seconds ago"),
        (-59, "59 seconds ago"), (-60, "1 minute ago"), (-3599, "59 minutes ago"),
        (7200, "in 2 hours"), (-86_400, "1 day ago"), (-604_800, "1 week ago"),
        (-2_592_000, "1 month ago"), (-63_072_000, "2 years ago"),
    ])
    func `says one unit, rounded down`(seconds: Double, text: String) {
        let now = Date(timeIntervalSince1970: 1_769_860_800)
        #expect(RelativeTime.text(for: now.addingTimeInterval(seconds), now: now) == text)
    }

    @Test func `writes RFC 3339 in UTC`() {
        #expect(RFC3339.text(Date(timeIntervalSince1970: 1_769_860_800)) == "2026-01-31T12:00:00Z")
    }
}
