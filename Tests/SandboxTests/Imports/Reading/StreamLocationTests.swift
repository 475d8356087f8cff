import Testing

@testable import Sandbox

struct StreamLocationTests {
    @Test(arguments: [
        ("http://a/b", "http://a/b/", "http://a/b/streams/v1/index.sjson"),
        ("http://a/b/", "http://a/b/", "http://a/b/streams/v1/index.sjson"),
        ("http://a/b/streams/v1/x.json", "http://a/b/", "http://a/b/streams/v1/x.json"),
    ])
    func `finds the index`(url: String, root: String, index: String) {
        let location = StreamLocation(url)
        #expect(location.root == root)
        #expect(location.index == index)
    }
}
