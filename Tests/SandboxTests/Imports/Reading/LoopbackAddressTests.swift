import Testing

@testable import Sandbox

struct LoopbackAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:81/a%20b", "127.0.0.1", 81, "/a%20b", true),
        ("http://localhost", "localhost", 80, "/", true),
        ("http://192.0.2.1/x", "192.0.2.1", 80, "/x", false),
    ])
    func `takes a URL apart`(
        url: String, host: String, port: UInt16, target: String, isLoopback: Bool
    ) throws {
        let address = try #require(LoopbackAddress(url))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.target == target)
        #expect(address.isLoopback == isLoopback)
    }

    @Test(arguments: ["https://127.0.0.1/", "ftp://127.0.0.1/", "http://127.0.0.1:x/", "127.0.0.1"])
    func `knows no other scheme`(url: String) {
        #expect(LoopbackAddress(url) == nil)
    }
}
