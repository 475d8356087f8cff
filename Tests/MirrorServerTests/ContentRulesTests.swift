import Testing

@testable import MirrorServer

@Suite struct ContentRulesTests {
    @Test(arguments: [
        (["noble", "amd64", "20240821", "squashfs"], true),
        (["bootloaders", "uefi", "amd64", "20210819.0", "grub2-signed.tar.xz"], true),
        (["streams", "v1", "index.sjson"], false), (["20240821"], false),
        (["2024082", "a"], false), (["20240821.", "a"], false), (["20240821.x", "a"], false),
        (["20240821.1.2", "a"], false), (["index.html"], false),
    ])
    func `lets caches keep what has a version in its path`(names: [String], lasts: Bool) throws {
        let expected = lasts ? ContentRules.lasting : ContentRules.asked
        #expect(ContentRules.caching(of: names) == expected)
        // The pattern that other servers get says the same.
        let pattern = try Regex(ContentRules.versionPattern)
        #expect(("/" + names.joined(separator: "/")).contains(pattern) == lasts)
    }

    @Test(arguments: [
        ("index.json", "application/json"), ("index.sjson", "text/plain; charset=utf-8"),
        ("index.HTML", "text/html; charset=utf-8"), ("squashfs", "application/octet-stream"),
        ("root-image.gz", "application/octet-stream"), ("a.gpg", "application/pgp-signature"),
    ])
    func `knows types by endings`(name: String, type: String) {
        #expect(ContentRules.type(of: name) == type)
    }
}
