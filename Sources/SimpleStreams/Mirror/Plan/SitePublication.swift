/// A mirror's own metadata in one run: what is to be signed, and what is signed already.
struct SitePublication: Sendable {
    /// Where the public key is published, for readers of the mirror: binary, as MAAS and gpgv want it.
    static let keyringName = "streams/v1/keyring.gpg"
    /// The same in ASCII armour, for people.
    static let armouredName = "streams/v1/keyring.asc"

    /// The key that was asked for.
    let choice: SigningChoice
    /// The key; nil while it is still to be made.
    let key: SiteKey?
    /// How documents carry their signatures.
    let form: SignatureForm
    /// Products files, then the index.
    let drafts: [SiteDraft]
    /// What is published now at the paths of this publication.
    let published: [RelativePath: [UInt8]]
    /// What the last publication was.
    let recorded: SiteSigning?

    var signature: MirrorPlan.SiteSignature {
        MirrorPlan.SiteSignature(choice: choice, fingerprint: key?.fingerprint)
    }

    /// The paths of the public key.
    static var keyringPaths: [RelativePath] {
        [armouredName, keyringName].compactMap { try? RelativePath(metadata: $0) }
    }

    /// What the run publishes, in order: products files, the public key, the index.
    ///
    /// - Parameter signed: the signatures made for `unsigned`, in their order; without one a draft
    ///   stands for what it will be.
    func documents(signed: [[UInt8]] = []) -> [StoredDocument] {
        var signed = signed[...]
        let all = drafts.map { draft in
            if let known = reusable(draft) { return known }
            guard let bytes = signed.popFirst() else {
                return [StoredDocument(path: draft.path, bytes: draft.content)]
            }
            return draft.documents(signed: bytes)
        }
        return all.dropLast().flatMap { $0 } + keyrings + (all.last ?? [])
    }

    /// The drafts that nothing published can stand for.
    var unsigned: [SiteDraft] { drafts.filter { reusable($0) == nil } }

    /// A draft's documents when they are published already: signed by the same key, and since then
    /// neither the draft nor a byte of them has changed.
    private func reusable(_ draft: SiteDraft) -> [StoredDocument]? {
        guard let recorded, let key, recorded.fingerprint == key.fingerprint else { return nil }
        if draft.path == drafts.last?.path {
            guard recorded.index == SHA256Digest.of(draft.content) else { return nil }
        }
        var documents: [StoredDocument] = []
        for path in draft.paths {
            guard let bytes = published[path],
                let known = recorded.documents.first(where: { $0.path == path })
            else { return nil }
            let document = StoredDocument(path: path, bytes: bytes)
            guard document.entry == known else { return nil }
            documents.append(document)
        }
        return documents
    }

    private var keyrings: [StoredDocument] {
        guard let key else { return [] }
        return zip(Self.keyringPaths, [key.armoured, key.keyring]).map {
            StoredDocument(path: $0, bytes: $1)
        }
    }

    /// What the mirror remembers of these documents once they are published.
    func record(of documents: [StoredDocument]) -> SiteSigning? {
        guard let key, let index = drafts.last else { return nil }
        return SiteSigning(
            choice: choice, key: key, index: SHA256Digest.of(index.content),
            documents: documents)
    }

    /// The record that lets a later run delete a document which nothing names any more; the index
    /// is replaced and never deleted.
    func fileRecord(of document: StoredDocument) -> FileRecord? {
        guard let index = drafts.last, !index.paths.contains(document.path) else { return nil }
        return FileRecord(file: document.entry)
    }
}
