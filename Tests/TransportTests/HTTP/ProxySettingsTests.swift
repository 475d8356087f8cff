import Testing

@testable import Transport

@Suite struct ProxySettingsTests {
    @Test(arguments: [
        (["http_proxy": "http://p:1"], "http://h/", "http://p:1"),
        (["HTTP_PROXY": "http://p:1"], "http://h/", ""),
        (["HTTPS_PROXY": "http://p:1"], "https://h/", "http://p:1"),
        (["https_proxy": "http://p:1", "HTTPS_PROXY": "http://q:1"], "HTTPS://h/", "http://p:1"),
        (["all_proxy": "http://p:1", "http_proxy": ""], "http://h/", "http://p:1"),
        (["https_proxy": "http://p:1"], "http://h/", ""),
    ])
    func `reads the variables that libcurl reads`(
        variables: [String: String], url: String, proxy: String
    ) {
        #expect(ProxySettings(environment: variables).proxy(for: url) == proxy)
    }

    @Test(arguments: [
        ("http://p:3128", "http://h/", "Failed to connect to p port 3128 after 0 ms: x", true),
        ("p:3128", "http://h/", "Failed to connect to P port 3128: Connection refused", true),
        ("http://u:w@[::1]:3", "http://h/", "Failed to connect to ::1 port 3 after 1 ms", true),
        ("http://p:3128", "http://h/", "Failed to connect to h port 80 via p after 0 ms", true),
        // An exception, so the server was asked itself.
        ("http://p:3128", "http://h/", "Failed to connect to h port 80 after 0 ms: x", false),
        ("http://h:3128", "http://h/", "Failed to connect to h port 80 after 0 ms: x", false),
        ("", "http://h/", "Failed to connect to h port 80 after 0 ms: x", false),
    ])
    func `tells a proxy that does not answer from a server that does not`(
        proxy: String, url: String, detail: String, isBlamed: Bool
    ) {
        let settings = ProxySettings(http: proxy.isEmpty ? nil : proxy)
        #expect(settings.areBlamed(by: detail, for: url) == isBlamed)
    }
}
