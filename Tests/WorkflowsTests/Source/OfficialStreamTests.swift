import Testing
import Workflows

@Suite struct OfficialStreamTests {
    @Test(arguments: [
        "http://images.maas.io/ephemeral-v3/stable/", "https://images.maas.io/ephemeral-v3/stable",
        "HTTP://IMAGES.MAAS.IO/ephemeral-v3/stable//",
        "http://images.maas.io:80/ephemeral-v3/stable",
    ])
    func `is recognised by its address`(_ url: String) {
        #expect(OfficialStream(url: url) == .stable)
    }

    @Test(arguments: [
        "http://images.maas.io/ephemeral-v3/daily/", "http://images.maas.io/ephemeral-v3/",
        "http://mirror.example.com/images.maas.io/ephemeral-v3/stable/",
        "ftp://images.maas.io/ephemeral-v3/stable/", "stable", "",
    ])
    func `other addresses are none`(_ url: String) {
        #expect(OfficialStream(url: url) == nil)
    }

    @Test(arguments: OfficialStream.allCases)
    func `its own address leads back to it`(_ stream: OfficialStream) {
        #expect(OfficialStream(url: stream.url) == stream)
        #expect(stream.url.hasSuffix("/"))
    }
}
