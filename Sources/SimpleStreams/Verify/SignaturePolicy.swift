/// Whether the metadata of a stream must be signed, and how.
package enum SignaturePolicy: String, Hashable, Sendable, Codable {
    /// Each document carries its signature: clearsigned, `.sjson`. The default.
    case required
    /// Each document has its signature in a file beside it: `.json` and `.json.gpg`.
    case detached
    /// Nobody's signature is looked at. Only when asked for in so many words; results and trust
    /// records say so.
    case skipped
}
