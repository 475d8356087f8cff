import Commands
import Logging
import TestSupport
import Testing
import Transport

@Suite struct RedactionTests {
    @Test(arguments: [
        ("key s3cr%t/x\"y end", "key <secret> end"),
        ("oauth_signature=\"%26s3cr%25t%2Fx%22y\"", "oauth_signature=\"%26<secret>\""),
        ("s3cr%2525t%252Fx%2522y", "<secret>"),
        (#""s3cr%t/x\"y""#, "\"<secret>\""), ("nothing here", "nothing here"),
    ])
    func `removes a secret in each form it is sent in`(text: String, redacted: String) {
        let redaction = Redaction()
        redaction.register(APIKey(consumerKey: "c", tokenKey: "t", tokenSecret: "s3cr%t/x\"y"))
        #expect(redaction.applied(to: text) == redacted)
    }

    @Test func `removes the longer of two secrets first, and no short text`() {
        let redaction = Redaction()
        redaction.register("hush")
        redaction.register("hush-hush")
        redaction.register("abc")
        #expect(redaction.applied(to: "hush-hush hush abc") == "<secret> <secret> abc")
    }

    @Test func `works on everything a context writes`() throws {
        let captured = CapturedContext(clock: ManualClock())
        captured.context.redaction.register("hush-hush")
        try captured.context.standardOutput.write("out hush-hush\n")
        captured.context.note("note hush-hush")
        captured.context.warn("warning hush-hush")
        for format in LogFormat.allCases {
            let logger = Logger(
                label: "test", verbosity: 2, format: format, context: captured.context)
            logger.debug("logged hush-hush", metadata: ["header": "\"hush-hush\""])
        }
        for text in [captured.output.text, captured.error.text] {
            #expect(!text.contains("hush-hush"))
            #expect(text.contains("<secret>"))
        }
    }
}
