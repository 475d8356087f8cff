/// Recorded exchanges that are not replayed, each with its reason.
enum SkippedExchanges {
    /// Why `name` is not replayed; nil when it is.
    static func reason(_ name: String) -> String? {
        if let reason = byName[name] { return reason }
        return byPrefix.first { name.hasPrefix($0.key) }?.value
    }

    private static let byName = [
        "HMAC-SHA1 good": vectors, "HMAC-SHA1 without query params in the base string": vectors,
        "HMAC-SHA1 POST form body signed": vectors,
        "HMAC-SHA1 host without port in base string": vectors,
        "OAuth params in query string": "its query was redacted; a test of its own covers it",
        "region-controllers list": controllers, "region controller read": controllers,
        "11 MiB body (nginx client_max_body_size 10M of the snap)": leftOut,
        "5 MiB keyring": leftOut,
        "plain port of a MAAS with TLS: machines are served": "machines are not in the sandbox",
    ]

    private static let byPrefix = [
        "boot-resources create": uploads, "upload chunk": uploads, "read half way": uploads,
        "read uploaded": uploads, "list uploaded": uploads, "delete uploaded": uploads,
        "create without anything": uploads,
        "authenticate": "passwords are not in the sandbox",
        "discharge-request": "external authentication is not in the sandbox",
        "describe": "the real description has half a megabyte",
        "Accept-Encoding gzip on a large body": "the real description has half a megabyte",
    ]

    private static let vectors = "signed with a redacted key; the signature vectors cover it"
    private static let controllers = "dozens of hardware fields no client of this project reads"
    private static let leftOut = "the body was left out of the recording"
    private static let uploads = "uploading images is not in the sandbox"
}
