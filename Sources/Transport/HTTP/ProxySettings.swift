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

    /// Whether what libcurl says of a connection that could not be made is said of the proxy: it
    /// names the host it tried, which is another one than the address's.
    func areBlamed(by detail: String, for url: String) -> Bool {
        let proxy = proxy(for: url)
        guard let named = Self.host(of: proxy.contains("://") ? proxy : "http://" + proxy),
            named != Self.host(of: url)
        else { return false }
        // "Failed to connect to HOST port PORT", or "… via HOST after" since 8.10.
        return detail.lowercased().contains(" \(named) ")
    }

    /// In lower case, without port and brackets; nil where there is none.
    private static func host(of url: String) -> String? {
        guard let authority = Address(url)?.authority else { return nil }
        let host =
            authority.hasPrefix("[")
            ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return host.isEmpty ? nil : String(host)
    }
}
