import Testing

@testable import MirrorServer

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8080", true, false), ("[::1]:80", true, false), ("localhost:0", true, false),
        ("0.0.0.0:80", false, true), ("[::]:443", false, true),
        ("mirror.example.com:1", false, false),
    ])
    func `reads an address and a port`(text: String, isLoopback: Bool, isEvery: Bool) throws {
        let address = try #require(ListenAddress(parsing: text))
        #expect(address.description == text)
        #expect(address.isLoopback == isLoopback && address.isEveryAddress == isEvery)
    }

    @Test(arguments: [
        "", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:80", "[::1]",
        "a b:1",
        "[127.0.0.1]:80", "a;b:80", "a{:80", "127.0.0.1:-1", "$x:1",
    ])
    func `takes nothing else`(text: String) {
        #expect(ListenAddress(parsing: text) == nil)
    }
}
