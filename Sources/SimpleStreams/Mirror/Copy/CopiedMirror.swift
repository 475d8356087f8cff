/// What a copy of a mirror takes over beside its metadata and items, so that it is the same mirror at
/// another place.
package struct CopiedMirror: Sendable {
    /// Documents beside the metadata: the public key of a mirror that signs itself.
    let documents: [StoredDocument]
    /// How the mirror signs itself; nil when it publishes upstream's bytes.
    let signing: SiteSigning?
    /// What was accepted of upstream's documents.
    let trust: TrustRecord?

    /// The site's own signature that the documents carry.
    var signature: MirrorPlan.SiteSignature? {
        signing.map { MirrorPlan.SiteSignature(choice: $0.choice, fingerprint: $0.fingerprint) }
    }

    /// The record that lets a later run delete a document of the site's own which nothing names any
    /// more; the index is replaced and never deleted.
    func fileRecord(of document: StoredDocument, indexPath: RelativePath) -> FileRecord? {
        guard signing != nil, document.path != indexPath, document.path.text != "\(indexPath).gpg"
        else { return nil }
        return FileRecord(file: document.entry)
    }
}
