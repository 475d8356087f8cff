/// What a run publishes, and what is published now.
struct Publication: Sendable {
    /// Products files, then the index; those still to be signed without their signature.
    let documents: [StoredDocument]
    /// What is published now at their paths.
    let published: [RelativePath: [UInt8]]
    /// Documents of upstream's that are published and no longer will be.
    var superseded: [FileEntry] = []
    /// The mirror's own metadata; nil when upstream's is published.
    var site: SitePublication?
}

extension MirrorRun {
    /// What is to be published of a stream's metadata: those very bytes, or the mirror's own.
    func publication(
        _ metadata: StreamMetadata, _ wanted: Wanted, _ state: MirrorState, making: Bool
    ) async throws(MirrorError) -> Publication {
        guard let signing else {
            let documents = (source.copied?.documents ?? []) + metadata.documents
            return Publication(
                documents: documents, published: try await published(documents.map(\.path)))
        }
        let key: SiteKey?
        do throws(SigningError) {
            key = try await signing.signer.key(making: making)
        } catch {
            throw .signing(error)
        }
        let drafts = try SiteDraft.make(
            metadata, keeping: wanted.names, by: key?.fingerprint, indexAt: options.indexPath)
        let paths = drafts.flatMap(\.paths) + SitePublication.keyringPaths
        let site = SitePublication(
            choice: signing.choice, key: key, form: SignatureForm(indexPath: options.indexPath),
            drafts: drafts, published: try await published(paths), recorded: state.signing)
        let others = metadata.documents.map(\.path).filter { !paths.contains($0) }
        let superseded = try await published(others).map { path, bytes in
            StoredDocument(path: path, bytes: bytes).entry
        }
        return Publication(
            documents: site.documents(), published: site.published,
            superseded: superseded.sorted { $0.path < $1.path }, site: site)
    }

    /// The same run with its own metadata signed, where there is some to sign.
    func signed(_ prepared: PreparedRun) async throws(MirrorError) -> PreparedRun {
        guard let signing, let site = prepared.site, let key = site.key else { return prepared }
        let unsigned = site.unsigned
        guard !unsigned.isEmpty else { return prepared }
        do throws(SigningError) {
            let signed = try await signing.signer.sign(
                unsigned.map(\.content), by: key, as: site.form)
            let documents = site.documents(signed: signed)
            return PreparedRun(
                plan: prepared.plan.publishing(documents, over: site.published),
                state: prepared.state, trust: prepared.trust, site: site)
        } catch {
            throw Task.isCancelled ? .cancelled : .signing(error)
        }
    }
}
