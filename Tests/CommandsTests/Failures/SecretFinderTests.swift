import Testing

@testable import Commands

@Suite struct SecretFinderTests {
    private func replaced(_ text: String, _ needles: String...) -> String {
        var finder = SecretFinder()
        needles.forEach { finder.add($0) }
        return finder.replacing(in: text, with: "*")
    }

    @Test(arguments: [
        ("", ""), ("abc", "abc"), ("abcd", "*"), ("xabcdx", "x*x"), ("abcdabcd", "**"),
        ("abcabcd", "abc*"), ("abcde", "*"), ("abcdeabcd", "**"), ("ab cd", "ab cd"),
        ("äabcdö", "ä*ö"), ("abcd\u{301}", "*\u{301}"),
    ])
    func `replaces what was added, the longest first`(text: String, result: String) {
        #expect(replaced(text, "abcd", "abcde") == result)
    }

    @Test func `texts that share their begin or overlap are told apart`() {
        #expect(
            replaced("secret-one secret-two secret-thr", "secret-one", "secret-two")
                == "* * secret-thr")
        #expect(replaced("aaaaaaaab", "aaaa") == "**b")
        #expect(replaced("12345678", "1234567x", "3456") == "12*78")
    }

    @Test func `what is too short is passed over`() {
        #expect(replaced("abc", "abc") == "abc")
    }

    @Test func `finds each of many in a long text`() {
        var finder = SecretFinder()
        let needles = (0..<500).map { "needle-\($0 * 7919)-\($0)." }
        needles.forEach { finder.add($0) }
        let hay = needles.map { "hay \($0) hay" }.joined(separator: "\n")
        let result = finder.replacing(in: hay, with: "*")
        #expect(result == needles.map { _ in "hay * hay" }.joined(separator: "\n"))
    }
}
