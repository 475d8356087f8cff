import SimpleStreams
import Testing
import Workflows

@Suite struct StreamAddressTests {
    @Test(arguments: [
        ("http://h/e/stable", "http://h/e/stable/", "streams/v1/index.sjson", true),
        ("http://h/e/stable/", "http://h/e/stable/", "streams/v1/index.sjson", true),
        ("http://h/e/streams/v1/index.sjson", "http://h/e/", "streams/v1/index.sjson", true),
        ("http://h/e/streams/v1/index.json", "http://h/e/", "streams/v1/index.json", false),
        ("http://h/e/streams/v1/x.sjson", "http://h/e/", "streams/v1/x.sjson", true),
        (
            "http://h/streams/v1/a/streams/v1/index.json", "http://h/streams/v1/a/",
            "streams/v1/index.json", false
        ),
        ("http://h/e/json", "http://h/e/json/", "streams/v1/index.sjson", true),
        ("http://h/e/streams/v1/", "http://h/e/streams/v1/", "streams/v1/index.sjson", true),
    ])
    func `reads an address as MAAS does`(
        url: String, base: String, index: String, isSigned: Bool
    ) throws {
        let address = try StreamAddress(url)
        #expect(address.base == base)
        #expect(address.indexPath.text == index)
        #expect(address.isSigned == isSigned)
    }

    @Test func `encodes what a path may hold and an address may not`() throws {
        let address = try StreamAddress("http://h/e")
        let path = try RelativePath("a b/c+d:e")
        #expect(
            address.url(of: path) == "http://h/e/a%20b/c%2Bd:e"
                || address.url(of: path)
                    == "http://h/e/a%20b/c+d:e"
                || address.url(of: path) == "http://h/e/a%20b/c%2Bd%3Ae")
        #expect(!address.url(of: path).contains(" "))
    }

    @Test(arguments: [
        "http://h/streams/v1/../../x.json", "http://h/streams/v1/a\\b.sjson",
        "http://h/streams/v1/%2e%2e/x.sjson",
    ])
    func `refuses an index that climbs out`(url: String) {
        #expect(throws: WorkflowError.self) { try StreamAddress(url) }
    }
}

@Suite struct StreamGuessTests {
    @Test(arguments: [
        ("http://h/e/streams/v1/index.sjson", ["http://h/e/"]),
        ("http://h/e/streams/v1", ["http://h/e/"]),
        ("http://h/e/streams/", ["http://h/e/"]),
        (
            "http://h/e",
            [
                "http://h/e/stable/", "http://h/e/ephemeral-v3/stable/", "http://h/e/candidate/",
                "http://h/",
            ]
        ),
        (
            "http://h",
            ["http://h/stable/", "http://h/ephemeral-v3/stable/", "http://h/candidate/"]
        ),
    ])
    func `knows the usual mistakes`(url: String, guesses: [String]) {
        #expect(StreamGuess.alternatives(to: url) == guesses)
    }
}
