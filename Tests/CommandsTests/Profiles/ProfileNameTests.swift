import Commands
import Testing

@Suite struct ProfileNameTests {
    @Test(arguments: ["admin", "east-1", "a.b_c", "7"])
    func `lets plain names in`(name: String) {
        #expect(throws: Never.self) { try ProfileName.check(name) }
    }

    @Test(arguments: ["", "-p", "a b", "a/b", "é", "a\n", String(repeating: "x", count: 65)])
    func `refuses others`(name: String) {
        #expect(throws: Failure.self) { try ProfileName.check(name) }
    }

    @Test(arguments: [("plain", "plain"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''")])
    func `quotes words for a shell`(word: String, quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
    }
}
