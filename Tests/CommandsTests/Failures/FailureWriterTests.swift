import Commands
import Testing

@Suite struct FailureWriterTests {
    private let failure = Failure(
        .notFound, "there is no boot source 7", received: "7", serverText: "Not\nFound\u{1b}[31m",
        hint: "maas-boot source list", details: ["b": 2, "a": "x"])

    @Test func `writes labelled lines for people`() {
        #expect(
            FailureWriter(.text, colour: false).text(failure) == """
                error: there is no boot source 7
                received: 7
                the region said: Not
                  Found\u{fffd}[31m
                hint: maas-boot source list

                """)
    }

    @Test func `leaves out what there is not`() {
        #expect(
            FailureWriter(.text, colour: true).text(Failure(.failed, "no"))
                == "\u{1b}[31merror:\u{1b}[0m no\n")
        #expect(
            FailureWriter(.json, colour: true).text(Failure(.failed, "no"))
                == #"{"code":"failed","message":"no","exit_status":1}"# + "\n")
    }

    @Test func `writes a line of JSON for programs`() {
        #expect(
            FailureWriter(.json, colour: false).text(failure) == #"""
                {"code":"not_found","message":"there is no boot source 7","exit_status":7,\#
                "received":"7","server_text":"Not\nFound\u001b[31m",\#
                "hint":"maas-boot source list","details":{"a":"x","b":2}}

                """#)
    }
}
