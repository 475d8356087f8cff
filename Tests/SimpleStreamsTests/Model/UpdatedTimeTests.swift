import SimpleStreams
import Testing

@Suite struct UpdatedTimeTests {
    @Test(arguments: [
        ("Thu, 01 Jan 1970 00:00:00 +0000", 0), ("Wed, 21 Aug 2024 10:11:12 +0000", 1_724_235_072),
        ("21 Aug 2024 10:11:12 GMT", 1_724_235_072),
        ("Wed, 21 Aug 2024 12:11:12 +0200", 1_724_235_072),
        ("Wed, 21 Aug 2024 06:41:12 -0330", 1_724_235_072),
        ("Thu, 29 Feb 2024 00:00 UTC", 1_709_164_800),
        ("Mon, 1 Mar 2100 00:00:00 +0000", 4_107_542_400),
    ])
    func `reads the times of mail`(text: String, seconds: Int64) {
        #expect(UpdatedTime(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "now", "2024-08-21T10:11:12Z", "Thu, 21 Aug 2024 10:11:12 +0000",
        "Wed, 21 Aug 2024 10:11:12", "Wed, 21 Aug 2024 10:11:12 +0000 ",
        " Wed, 21 Aug 2024 10:11:12 +0000",
        "Wed 21 Aug 2024 10:11:12 +0000", "Wed, 21 Aug 24 10:11:12 +0000",
        "Wed, 21 Aug 2024 24:00:00 +0000",
        "Wed, 21 Aug 2024 10:60:12 +0000", "Wed, 21 Aug 2024 1:11:12 +0000",
        "30 Feb 2024 00:00:00 +0000",
        "29 Feb 2023 00:00:00 +0000", "0 Aug 2024 00:00:00 +0000", "1 Aug 1969 00:00:00 +0000",
        "21 aug 2024 10:11:12 GMT", "21 Aug 2024 10:11:12 EST", "21 Aug 2024 10:11:12 +2400",
        "21 Aug 2024 10:11:12 +02:00", "21  Aug 2024 10:11:12 GMT",
    ])
    func `refuses whatever is not exactly one`(text: String) {
        #expect(UpdatedTime(text) == nil)
    }

    @Test func `prints RFC 3339`() {
        #expect(UpdatedTime(seconds: 1_724_235_072).description == "2024-08-21T10:11:12Z")
    }
}
