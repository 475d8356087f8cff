/// Makes what a region wrote fit to be kept in an error and shown: harmless for the terminal,
/// short, and without the API key's secret should a server or a proxy ever repeat it.
struct ServerText {
    /// The most characters of one text that are kept.
    static let limit = 500
    /// The most that is looked at: a hostile answer of any length costs no more than this.
    private static let readable = 1 << 16
    /// Below this a secret is no secret, and hiding it would spoil ordinary words.
    private static let shortestSecret = 8

    /// The secret that must not appear; nil when requests are not signed.
    let secret: String?

    func shown(_ raw: some StringProtocol) -> String {
        var text = String(raw.prefix(Self.readable))
        if let secret, secret.count >= Self.shortestSecret {
            text = text.replacing(secret, with: "<secret>")
        }
        return TerminalSafe.line(String(text.prefix(Self.limit * 8)), limit: Self.limit)
    }
}
