import Testing

@testable import Sandbox

struct AuthorizationHeaderTests {
    @Test(arguments: [
        "OAuth a=\"1\",b=\"%26x\"", "OAuth a=\"1\",\tb=\"%26x\"", "OAuth  a=1, b=&x",
        "OAuth realm=\"any\", a=\"1\", b=\"%26x\"",
    ])
    func `does not mind spaces, tabs, quotes and realms`(value: String) {
        let header = AuthorizationHeader(parameters: ["a": "1", "b": "&x"])
        #expect(AuthorizationHeader.read(value) == .present(header))
    }

    @Test(arguments: [nil, "Basic YTpi", "Bearer x", "oauth a=\"1\""])
    func `takes other schemes for nothing`(value: String?) {
        #expect(AuthorizationHeader.read(value) == .absent)
    }

    @Test func `notices the scheme in the wrong case`() {
        let all = AuthorizationHeader.required.map { "\($0)=\"1\"" }.joined(separator: ", ")
        #expect(AuthorizationHeader.read("oauth \(all)") == .wrongCase)
    }
}

struct NonceMemoryTests {
    @Test func `refuses the second use by the same key only`() {
        var memory = NonceMemory()
        let accepted = ["t", "t", "u"].map {
            memory.accept("n", consumer: "c", token: $0, now: 0)
        }
        #expect(accepted == [true, false, true])
    }

    @Test func `never refuses an empty nonce`() {
        var memory = NonceMemory()
        let accepted = (0..<2).map { _ in memory.accept("", consumer: "c", token: "t", now: 0) }
        #expect(accepted == [true, true])
    }
}
