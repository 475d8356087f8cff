/// A document with an inline signature (RFC 9580 §7).
enum ClearSigned {
    /// The text that was signed; the whole document when it is not signed.
    static func payload(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = "-----BEGIN PGP SIGNED MESSAGE-----"
        guard text.hasPrefix(head) else { return bytes }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.drop { !Text.trim($0).isEmpty }.dropFirst()
            .prefix { !$0.hasPrefix("-----BEGIN PGP SIGNATURE-----") }
            .map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }
        return Array(body.joined(separator: "\n").utf8)
    }
}
