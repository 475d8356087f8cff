/// The server on this machine that answers in place of images.maas.io.
struct OfficialStandIn: Sendable {
    /// Its address, without a slash at the end.
    var baseURL: String

    /// Where a URL really leads: those of the official host to the stand-in, others to themselves.
    func resolve(_ url: String) -> String {
        for scheme in ["http://", "https://"] {
            for host in ["images.maas.io/", "images.maas.io:80/", "images.maas.io:443/"]
            where url.hasPrefix(scheme + host + "ephemeral-v3/") {
                return baseURL + "/" + url.dropFirst(scheme.count + host.count)
            }
        }
        return url
    }
}
