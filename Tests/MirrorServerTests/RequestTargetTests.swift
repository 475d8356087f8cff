import Testing

@testable import MirrorServer

@Suite struct RequestTargetTests {
    @Test(arguments: [
        ("/", [], true), ("/a/b.squashfs", ["a", "b.squashfs"], false), ("/a/", ["a"], true),
        ("/a?x=../..", ["a"], false), ("/%61%20b", ["a b"], false), ("/%C3%A4", ["ä"], false),
        ("http://mirror:8080/a", ["a"], false), ("http://mirror", [], true),
        // Decoded once: a name that holds percent signs.
        ("/%252e%252e", ["%2e%2e"], false), ("/a..b", ["a..b"], false),
    ])
    func `reads paths of the tree`(target: String, names: [String], endsInSlash: Bool) throws {
        let read = try #require(RequestTarget(target, base: ""))
        #expect(read.names == names && read.endsInSlash == endsInSlash)
    }

    @Test(arguments: [
        "", "*", "a", "/..", "/../etc/passwd", "/a/../b", "/./a", "/%2e%2e/etc/passwd", "/.%2e/a",
        "/%2E%2E%2Fetc", "/a%2fb", "/a%5Cb", "/a\\b", "//etc/passwd", "/a//b", "/%00", "/a%0ab",
        "/%", "/%4", "/%zz", "/%+1", "/.maas-boot/state.json", "/%2emaas-boot/", "/a/.hidden",
        "/.\u{301}x", "/%ff", "/a\u{7f}", "ftp://mirror/a", "https://mirror/a", "/%c0%ae%c0%ae/a",
    ])
    func `refuses whatever else`(target: String) {
        #expect(RequestTarget(target, base: "") == nil)
    }

    @Test func `takes what is below the base only`() {
        #expect(RequestTarget("/maas/images/a", base: "/maas/images")?.names == ["a"])
        #expect(RequestTarget("/maas/images/", base: "/maas/images")?.names == [])
        for target in ["/maas/images", "/maas/imagesx/a", "/maas/", "/a", "/maas/images/../a"] {
            #expect(RequestTarget(target, base: "/maas/images") == nil)
        }
    }
}
