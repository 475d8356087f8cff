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
