import Testing

@testable import Sandbox

struct JSONTextTests {
    @Test func `writes one line as Python does`() {
        let value: JSONValue = ["a": [1, 2], "b": nil, "c": "ü\"\n☃"]
        let text = JSONText.write(value, layout: .compact)
        #expect(text == #"{"a": [1, 2], "b": null, "c": "\u00fc\"\n\u2603"}"#)
    }

    @Test func `writes four spaces a level and leaves text beyond ASCII`() {
        let value: JSONValue = ["a": ["ü"], "b": [], "c": [:], "d": true]
        let text = JSONText.write(value, layout: .indented)
        #expect(
            text == """
                {
                    "a": [
                        "ü"
                    ],
                    "b": [],
                    "c": {},
                    "d": true
                }
                """)
    }

    @Test func `escapes beyond the first plane as two units`() {
        #expect(JSONText.write("😀", layout: .compact) == #""\ud83d\ude00""#)
    }
}

struct PercentEncodingTests {
    @Test(arguments: [
        ("a b", "a%20b"), ("a+b~c-._", "a%2Bb~c-._"), ("ü", "%C3%BC"), ("/&=%", "%2F%26%3D%25"),
    ])
    func `encodes all but unreserved characters`(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(PercentEncoding.decode(encoded) == text)
    }

    @Test func `leaves broken triplets alone`() {
        #expect(PercentEncoding.decode("%zz%4") == "%zz%4")
        #expect(PercentEncoding.decode("a+b", plusIsSpace: true) == "a b")
        #expect(PercentEncoding.decode("a+b") == "a+b")
    }
}

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

struct SteppedClockTests {
    @Test func `moves only when told`() {
        let clock = SteppedClock(start: 100)
        #expect(clock.now() == 100)
        clock.advance(by: .milliseconds(1500))
        #expect(clock.now() == 101.5)
    }
}
