import Testing
import Transport

@Suite struct AddressTests {
    @Test func `cuts an address into its parts`() throws {
        let address = try #require(Address("HTTP://me:pw@Host.Test:80/a/B?x=1#y"))
        #expect(address.scheme == "http")
        #expect(address.userInfo == "me:pw")
        #expect(address.authority == "host.test:80")
        #expect(address.path == "/a/B")
        #expect(address.tail == "?x=1#y")
        #expect(address.origin == "http://host.test:80")
    }

    @Test func `an at sign in the path is no user name`() throws {
        let address = try #require(Address("https://h/a@b"))
        #expect(address.userInfo == nil)
        #expect(address.authority == "h")
    }

    @Test(arguments: ["", "h/a", "mailto:x"])
    func `is nothing without a scheme and a host`(text: String) {
        #expect(Address(text) == nil)
    }

    @Test(arguments: [
        ("http://me:hush@h/a?token=hush#hush", "http://h/a"),
        ("me:plain?hush", "me:plain"),
        ("http://h/a\u{1B}[31m\r\nb", "http://h/a\u{FFFD}[31m\u{FFFD}\u{FFFD}b"),
    ])
    func `shows nothing that is secret or plays tricks`(url: String, shown: String) {
        #expect(Address.shown(url) == shown)
    }
}
