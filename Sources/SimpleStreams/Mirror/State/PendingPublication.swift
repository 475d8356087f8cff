/// What a mirror becomes with a publication, written down before it.
///
/// A run that is killed between the publication and its own record would else leave a record of
/// what was before; the document that is published last tells which of the two holds.
package struct PendingPublication: Hashable, Sendable, Codable {
    /// The document published last.
    let path: RelativePath
    /// The digest of its bytes.
    let sha256: SHA256Digest
    /// What the mirror is to hold then.
    let parts: [MirrorPart]
    /// The versions it holds then.
    let holdings: [Holding]
    /// The index that is published then.
    let indexPath: RelativePath
    /// How the mirror's own metadata is signed then; nil when upstream's is published.
    let signing: SiteSigning?

    enum CodingKeys: String, CodingKey {
        case path, sha256, parts, holdings, signing
        case indexPath = "index_path"
    }
}

extension MirrorState {
    /// Takes over what was pending when its publication happened.
    mutating func settle(in store: any Store) async throws(StoreError) {
        guard let pending else { return }
        let bytes = try await store.document(
            at: pending.path, limit: ProductsDocument.maximumBytes)
        if let bytes, SHA256Digest.of(bytes) == pending.sha256 {
            parts = pending.parts
            holdings = pending.holdings
            indexPath = pending.indexPath
            signing = pending.signing
        }
        self.pending = nil
    }
}
