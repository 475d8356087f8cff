import Testing

@testable import Sandbox

struct OfficialStandInTests {
    @Test(arguments: [
        ("http://images.maas.io/ephemeral-v3/stable/x", "http://127.0.0.1:9/ephemeral-v3/stable/x"),
        (
            "https://images.maas.io/ephemeral-v3/candidate",
            "http://127.0.0.1:9/ephemeral-v3/candidate"
        ),
        (
            "http://images.maas.io:80/ephemeral-v3/stable/",
            "http://127.0.0.1:9/ephemeral-v3/stable/"
        ),
        ("http://images.maas.io.lan/ephemeral-v3/stable/", nil),
        ("http://images.maas.io/other/", nil),
        ("http://127.0.0.1:8/ephemeral-v3/stable/", nil),
    ])
    func `answers for the official host alone`(url: String, leads: String?) {
        #expect(OfficialStandIn(baseURL: "http://127.0.0.1:9").resolve(url) == leads ?? url)
    }
}
