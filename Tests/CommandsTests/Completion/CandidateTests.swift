import ArgumentParser
import Testing

@testable import Commands

@Suite struct CandidateTests {
    static let shells: [(CompletionShell?, String)] = [
        (.bash, "1"), (nil, "1"), (.fish, "1\thttp://m:80/"), (.zsh, "1:http\\://m\\:80/"),
    ]

    @Test(arguments: shells)
    func `is told to each shell in its own way`(shell: CompletionShell?, line: String) {
        #expect(Candidate("1", "http://m:80/").line(for: shell) == line)
    }

    @Test func `keeps zsh from cutting a word at its colon`() {
        #expect(Candidate("http://m/\\").line(for: .zsh) == "http\\://m/\\\\")
        #expect(Candidate("http://m/").line(for: .fish) == "http://m/")
    }

    @Test func `lets no description break its line`() {
        #expect(Candidate("1", "a\nb\u{1b}").line(for: .fish) == "1\ta b\u{fffd}")
    }
}
