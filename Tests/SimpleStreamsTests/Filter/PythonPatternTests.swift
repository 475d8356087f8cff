import Testing

@testable import SimpleStreams

@Suite struct PythonPatternTests {
    private static func refusal(_ pattern: String) -> PatternRefusal.Reason? {
        do throws(PatternRefusal) {
            _ = try PythonPattern.translate(pattern)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test(arguments: [
        ("(", PatternRefusal.Reason.unclosed("(")), ("a)", .unopened), ("[a", .unclosed("[")),
        ("*a", .nothingToRepeat("*")), ("a**", .nothingToRepeat("*")),
        ("^*", .nothingToRepeat("*")),
        ("a|+", .nothingToRepeat("+")), ("{2}", .nothingToRepeat("{2}")), ("\\", .badEscape("\\")),
        (#"\z"#, .badEscape(#"\z"#)), (#"\p{L}"#, .badEscape(#"\p"#)),
        (#"\xg1"#, .badEscape(#"\x"#)),
        (#"[z-a]"#, .badRange("z-a")), (#"[\d-z]"#, .badRange(#"\d-z"#)),
        ("a{3,2}", .badRange("{3,2}")),
        ("a{5000}", .badRange("{5000}")), (#"\1(a)"#, .badEscape(#"\1"#)),
        (#"(a\1)"#, .badEscape(#"\1"#)),
        ("(?<=a)b", .unsupported("(?<")), ("(?m)a", .unsupported("(?m")),
        ("a(?i)b", .unsupported("(?i)")),
        ("(a)(?(1)b|c)", .unsupported("(?(")),
    ])
    func `refuses by name what has no counterpart`(
        pattern: String, reason: PatternRefusal.Reason
    ) {
        #expect(Self.refusal(pattern) == reason)
    }

    @Test func `deep and long patterns are refused`() {
        #expect(Self.refusal(String(repeating: "(", count: 500)) != nil)
        #expect(Self.refusal(String(repeating: "a", count: 3000)) != nil)
        #expect(
            Self.refusal(String(repeating: "(", count: 40) + String(repeating: ")", count: 40))
                == nil)
    }
}
