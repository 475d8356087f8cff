import Testing

@testable import MirrorServer

@Suite struct DirectoryPageTests {
    @Test func `shows names as text and links to them as they are`() {
        let names = ["a b", "<script>alert(1)</script>", "\"quoted\"", "x?y#z", "100%", "ä", "a:b"]
        let page = DirectoryPage(
            path: "/<i>/", hasParent: true,
            entries: names.map {
                ServedTree.Entry(
                    name: $0, facts: FileFacts(kind: .file, size: 7, changed: 784_111_777))
            }
        ).text
        #expect(!page.contains("<script>") && !page.contains("<i>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;</a>"))
        #expect(page.contains("href=\"./a%20b\""))
        #expect(page.contains("href=\"./x%3Fy%23z\""))
        #expect(page.contains("href=\"./100%25\""))
        #expect(page.contains("href=\"./%C3%A4\""))
        #expect(page.contains("href=\"./a%3Ab\""))
        #expect(page.contains("&quot;quoted&quot;"))
        #expect(page.contains("../") && page.contains("1994-11-06 08:49"))
    }
}
