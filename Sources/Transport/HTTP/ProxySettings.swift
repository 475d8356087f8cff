/// Which proxies transfers go through, by the variables that every tool reads.
package struct ProxySettings: Sendable, Equatable {
    /// For `http://` addresses; nil for none.
    package let http: String?
    /// For `https://` addresses; nil for none.
    package let https: String?
    /// Hosts reached directly: a comma list, `*` for all.
    package let exceptions: String?

    package init(http: String? = nil, https: String? = nil, exceptions: String? = nil) {
        self.http = http
        self.https = https
        self.exceptions = exceptions
    }

    /// Reads them as libcurl does: `http_proxy` in lower case only, since a web server may set the
    /// upper-case one from a request's header.
    package init(environment: [String: String]) {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        self.init(
            http: first("http_proxy", "all_proxy", "ALL_PROXY"),
            https: first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
            exceptions: first("no_proxy", "NO_PROXY"))
    }

    /// The proxy for an address; empty for none, which is how libcurl is told so.
    func proxy(for url: String) -> String {
        (url.lowercased().hasPrefix("https:") ? https : http) ?? ""
    }
}
