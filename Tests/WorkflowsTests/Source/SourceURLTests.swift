import Testing
import Workflows

@Suite struct SourceURLTests {
    @Test(arguments: [
        "http://mirror.example.com/maas/", "https://mirror.example.com:8443/a/b",
        "http://localhost/images/", "http://10.0.0.5/x", "http://10.0.0.5:5290/x/",
        "http://[2001:db8::1]/x/", "http://[2001:db8::1]:8080/x/", "HTTP://MIRROR.EXAMPLE.COM/X/",
        "http://mirror.example.com/ephemeral-v3/stable/streams/v1/index.json",
        "http://a.b.example.co.uk//double//slash/", "http://mirror.example.com",
        "http://127.0.0.1:5290/nothing/", "http://b\u{fc}cher.example.com/x/",
        "http://xn--bcher-kva.example.com/x/",
    ])
    func `takes what regions take`(_ url: String) {
        #expect(workflowError { try SourceURL.validate(url) } == nil)
    }

    @Test(arguments: [
        ("mirror.example.com/x", "complete address"), ("", "complete address"),
        ("http://mirror/images", "refuses the host"),
        ("http://mirror:8080/images", "refuses the host"),
        ("file:///srv/images", "http and https"), ("ftp://mirror.example.com/x", "http and https"),
        ("http:///x", "no host"), ("http://mirror.example.com/a b", "white space"),
        ("http://mirror.example.com/\n", "white space"),
        ("http://me:secret@mirror.example.com/", "user name or password"),
        ("http://me@mirror.example.com/", "user name or password"),
        ("http://10.0.0.5:99999/x/", "port"), ("http://10.0.0.5:0/x/", "port"),
        ("http://mirror.1/", "refuses the host"), ("http://1.2.3/", "refuses the host"),
        ("http://300.1.1.1/", "refuses the host"),
        ("http://mirror.example.com/" + String(repeating: "a", count: 200), "at most 200"),
    ])
    func `refuses what regions refuse, and says why`(_ url: String, _ reason: String) {
        let error = workflowError { try SourceURL.validate(url) }
        #expect(error?.kind == .invalidInput)
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "taken")")
    }

    @Test func `a password is not repeated`() {
        let error = workflowError {
            try SourceURL.validate("http://me:hunter22@mirror.example.com/")
        }
        #expect(error?.message.contains("hunter22") == false)
    }

    @Test(arguments: [
        ("http://mirror.example.com/x", "http://mirror.example.com/x/"),
        ("http://mirror.example.com/x///", "http://mirror.example.com/x"),
        ("HTTP://Mirror.Example.COM/x/", "http://mirror.example.com/x"),
        ("http://mirror.example.com:80/x", "http://mirror.example.com/x/"),
        ("https://mirror.example.com:443/x", "https://mirror.example.com/x/"),
        ("http://mirror.example.com//a//b/", "http://mirror.example.com/a/b"),
        ("http://[2001:DB8::1]/x", "http://[2001:db8::1]/x/"),
        (
            "http://images.maas.io/ephemeral-v3/stable",
            "https://images.maas.io/ephemeral-v3/stable/"
        ),
        ("http://MIRROR.example.com", "http://mirror.example.com/"),
    ])
    func `these are the same source`(_ first: String, _ second: String) {
        #expect(SourceURL.same(first, second))
        #expect(SourceURL.same(second, first))
    }

    @Test(arguments: [
        ("http://mirror.example.com/x", "https://mirror.example.com/x"),
        ("http://mirror.example.com/x", "http://mirror.example.com/X"),
        ("http://mirror.example.com/x", "http://mirror.example.com:8080/x"),
        (
            "http://images.maas.io/ephemeral-v3/stable/",
            "http://images.maas.io/ephemeral-v3/candidate/"
        ),
        ("http://mirror.example.com/x", "http://mirror.example.com/x/y"),
        ("http://mirror.example.com:443/", "http://mirror.example.com/"),
        ("http://images.maas.io/ephemeral-v3/stable/", "http://mirror.example.com/stable/"),
    ])
    func `these are not`(_ first: String, _ second: String) {
        #expect(!SourceURL.same(first, second))
        #expect(!SourceURL.same(second, first))
    }

    @Test(arguments: [
        ("http://mirror.example.com/x", "http://mirror.example.com/x/"),
        ("http://mirror.example.com/x/", "http://mirror.example.com/x/"),
        (
            "http://mirror.example.com/streams/v1/index.json",
            "http://mirror.example.com/streams/v1/index.json"
        ),
        (
            "http://mirror.example.com/streams/v1/index.sjson",
            "http://mirror.example.com/streams/v1/index.sjson"
        ),
        ("http://mirror.example.com/myjson", "http://mirror.example.com/myjson/"),
    ])
    func `stores with the slash that regions up to 3.7 need`(_ url: String, _ stored: String) {
        #expect(SourceURL.storable(url) == stored)
    }
}
