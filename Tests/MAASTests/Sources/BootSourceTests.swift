import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct BootSourceTests {
    @Test func `reads what 3.3 sends`() {
        let source: BootSource = Samples.decode(
            #"""
            {"created": "2026-11-22T20:09:32.857", "updated": "2026-11-22T20:09:33",
             "url": "ftp://example.com/x/", "keyring_filename": "/usr/k.gpg", "id": 4,
             "keyring_data": "", "resource_uri": "/MAAS/api/2.0/boot-sources/4/"}
            """#)
        #expect(source.id == 4)
        #expect(source.url == "ftp://example.com/x/")
        #expect(source.keyringFilename == "/usr/k.gpg")
        #expect(source.keyringData == .none)
        #expect(source.created?.text == "2026-11-22T20:09:32.857")
        #expect(source.resourceURI == "/MAAS/api/2.0/boot-sources/4/")
        #expect(source.management == nil)
    }

    @Test func `reads what 3.8 adds`() {
        let source: BootSource = Samples.decode(
            #"""
            {"id": 1, "url": "http://h", "keyring_filename": "", "keyring_data": "AQ==",
             "name": "Lab", "priority": 0, "enabled": false, "skip_keyring_verification": true}
            """#)
        #expect(
            source.management
                == .init(name: "Lab", priority: 0, enabled: false, skipKeyringVerification: true))
        #expect(source.keyringData == .bytes(Data([1])))
    }

    @Test(arguments: [
        ("", BootSource.KeyringData.none), ("AQID", .bytes(Data([1, 2, 3]))),
        ("AQ\nID\n", .bytes(Data([1, 2, 3]))), ("<memory at 0x7f2c40>", .unreadable),
        ("AQI", .unreadable),
    ])
    func `reads a stored keyring`(text: String, expected: BootSource.KeyringData) {
        #expect(BootSource.KeyringData(text) == expected)
    }

    @Test func `a null keyring is none`() {
        let source: BootSource = Samples.decode(
            #"{"id":1,"url":"u","keyring_filename":null,"keyring_data":null}"#)
        #expect(source.keyringFilename == "")
        #expect(source.keyringData == .none)
    }

    @Test func `every recorded source of 3.8, and none before, has management`() throws {
        var seen = 0
        for exchange in try Recordings.all()
        where exchange.response.status == 200 && exchange.request.path.hasSuffix("/boot-sources/") {
            let sources = try JSONDecoder().decode([BootSource].self, from: exchange.response.body)
            seen += sources.count
            #expect(
                sources.allSatisfy { ($0.management != nil) == (exchange.region == "3.8a1") },
                "\(exchange)")
        }
        #expect(seen > 50)
    }
}
