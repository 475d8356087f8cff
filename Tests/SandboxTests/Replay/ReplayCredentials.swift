import Sandbox

/// The `Authorization` header a recorded request gets when it is sent again.
struct ReplayCredentials {
    let exchange: Recording.Exchange
    let topic: String
    let sandbox: RunningSandbox
    let now: Double

    /// Recorded headers had their key replaced by `<consumer>`, `<token>` and `<secret>`.
    ///
    /// In `01-auth` the header itself is what is tested; elsewhere a fresh one does.
    var header: String? {
        guard let recorded = exchange.headers["Authorization"] else { return nil }
        guard topic == "01-auth" else {
            return OAuthHeader.plaintext(key, timestamp: Int(now))
        }
        let parts = key.split(separator: ":").map(String.init)
        let secret = exchange.name.hasPrefix("bad secret") ? "wrong" : parts[2]
        return
            recorded
            .replacing("<consumer>", with: exchange.name.hasPrefix("bad consumer") ? "x" : parts[0])
            .replacing("<token>", with: exchange.name == "bad token" ? "zz" : parts[1])
            .replacing("<secret>", with: secret)
            .replacing("<admin-secret>", with: secret)
    }

    private var key: String {
        let isOther = exchange.name.contains("bob") || exchange.name.contains("other user")
        return isOther ? sandbox.userAPIKey : sandbox.adminAPIKey
    }
}
