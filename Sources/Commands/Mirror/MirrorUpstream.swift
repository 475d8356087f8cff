internal import SimpleStreams
internal import Workflows

/// The stream to mirror: `stable`, `candidate`, or a URL.
struct MirrorUpstream: Sendable {
    let address: StreamAddress

    /// - Parameter path: where the index is below the base; nil for the usual place, or what the URL
    ///   itself says.
    init(_ text: String, path: String?) throws {
        // Over TLS nobody on the way sees or slows what is fetched; the signature guards it anyway.
        let url =
            OfficialStream(rawValue: text.lowercased())
            .map { $0.url.replacing("http://", with: "https://") } ?? text
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
            throw Failure(
                .usage, "this is neither a stream nor an address", received: text,
                hint: "give stable, candidate, or a URL that starts with http:// or https://")
        }
        guard let path else {
            address = try StreamAddress(url)
            return
        }
        let base = url.hasSuffix("/") ? url : url + "/"
        address = try StreamAddress(base + path)
    }
}
