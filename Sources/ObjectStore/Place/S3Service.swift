internal import Transport

/// An object store: where it is and how its buckets are addressed.
package struct S3Service: Sendable, Hashable {
    /// Where the bucket's name stands in an address.
    package enum Style: String, Sendable, CaseIterable {
        /// `https://endpoint/bucket/key`, which every store understands.
        case path
        /// `https://bucket.endpoint/key`, which AWS wants.
        case host
    }

    /// Scheme, host and port, without a slash at the end.
    package let endpoint: String
    /// The region that signatures name.
    package let region: String
    /// Where the bucket's name stands.
    package let style: Style

    /// A store.
    package init(endpoint: String, region: String, style: Style) {
        self.endpoint = endpoint
        self.region = region
        self.style = style
    }

    /// The address of an object, or of a bucket when the key is empty; percent-encoded as signatures
    /// want it, each byte once.
    package func url(bucket: String, key: String) -> String {
        let path = key.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        ).map { FormEncoding.escape(String(Substring($0))) }.joined(separator: "/")
        switch style {
        case .path: return key.isEmpty ? "\(endpoint)/\(bucket)" : "\(endpoint)/\(bucket)/\(path)"
        case .host:
            guard let address = Address(endpoint) else { return "\(endpoint)/\(path)" }
            return "\(address.scheme)://\(bucket).\(address.authority)/\(path)"
        }
    }
}
