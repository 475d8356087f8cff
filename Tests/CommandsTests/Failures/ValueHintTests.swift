import TestSupport
import Testing

@testable import Commands

@Suite struct ValueHintTests {
    @Test(
        arguments: [
            ("use stable --timeout 5x", "hint: a time is written like 90s"),
            ("use stable --timeout -5", "hint: -5 was taken for an option"),
            ("use stable --timeout=-5", "hint: a time is written like 90s"),
            (
                "source show -1",
                "hint: -1 was taken for an option; a value that begins with - stands"
            ),
            ("mirror sync stable d --bwlimit 0", "hint: a rate is written like"),
            ("mirror serve d --listen 8080", "hint: for example 127.0.0.1:8080"),
            ("use stable --keyring server:here", "hint: a keyring is auto"),
            ("mirror sync stable d --max many", "hint: a whole number"),
        ])
    func `says how a value is written that the parser refused`(line: String, hint: String) async {
        let captured = CapturedContext()
        let words = line.split(separator: " ").map(String.init)
        #expect(await Program(Root.self, in: captured.context).run(words) == 64)
        #expect(captured.error.text.contains(hint), "\(captured.error.text)")
    }

    @Test func `is in the JSON of an error, too`() async {
        let captured = CapturedContext()
        let words = ["use", "stable", "--timeout", "5x", "-o", "json"]
        #expect(await Program(Root.self, in: captured.context).run(words) == 64)
        #expect(captured.error.text.contains(#""hint":"a time is written like"#))
    }
}
