/// What a mirror remembers of the metadata it last accepted.
///
/// SimpleStreams' signatures prove origin and say nothing of age; only who remembers notices that
/// an old index is served again.
package struct TrustRecord: Hashable, Sendable, Codable {
    /// One document as it was accepted.
    package struct Document: Hashable, Sendable, Codable {
        /// When it says it was last changed; nil when it does not say so in a form that is one.
        package let updated: UpdatedTime?
        /// The digest of its content.
        package let sha256: SHA256Digest

        /// A document.
        package init(updated: UpdatedTime?, sha256: SHA256Digest) {
            self.updated = updated
            self.sha256 = sha256
        }
    }

    /// The index.
    package let index: Document
    /// The products files by their content ids.
    package let products: [String: Document]
    /// The primary key that signed; nil when verification was skipped.
    package let fingerprint: Fingerprint?

    /// A record.
    package init(index: Document, products: [String: Document], fingerprint: Fingerprint?) {
        self.index = index
        self.products = products
        self.fingerprint = fingerprint
    }
}
