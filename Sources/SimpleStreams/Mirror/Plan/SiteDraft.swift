/// A document of a mirror's own metadata before it is signed.
///
/// Products files have names that change with their content and with the key. So a new index names
/// other files than the old one, and its replacement is the one instant at which all changes: the
/// content, the key, or who signs.
struct SiteDraft: Sendable {
    /// Where it is published.
    let path: RelativePath
    /// Where its signature is published, when that is a file of its own.
    let signaturePath: RelativePath?
    /// What is signed.
    let content: [UInt8]

    /// The drafts of a mirror's metadata: products files, the index last.
    ///
    /// - Parameter key: nil while the key is still to be made.
    static func make(
        _ metadata: StreamMetadata, keeping held: HeldNames, by key: Fingerprint?,
        indexAt indexPath: RelativePath
    ) throws(MirrorError) -> [SiteDraft] {
        let form = SignatureForm(indexPath: indexPath)
        var drafts: [SiteDraft] = []
        var places: [ExactName: RelativePath] = [:]
        for entry in metadata.index.entries {
            guard let content = metadata.contents[entry.path],
                let products = held.products(of: entry.contentID)
            else { continue }
            let draft = try at(entry.path) { () throws(DocumentError) in
                let reduced = try MetadataReduction.products(content, keeping: products)
                return try SiteDraft(
                    ownPath(entry.path, of: reduced, by: key), content: reduced, form)
            }
            places[ExactName(entry.contentID)] = draft.path
            drafts.append(draft)
        }
        let index = try at(indexPath) { () throws(DocumentError) in
            let content = metadata.contents[indexPath] ?? []
            return try SiteDraft(
                indexPath,
                content: MetadataReduction.index(content, keeping: held, at: places), form)
        }
        return drafts + [index]
    }

    private init(
        _ path: RelativePath, content: [UInt8], _ form: SignatureForm
    ) throws(DocumentError) {
        self.path = path
        self.content = content
        signaturePath = form == .detached ? try Self.path("\(path).gpg") : nil
    }

    /// `streams/v1/NAME.DIGEST.sjson`, beside upstream's `streams/v1/NAME.sjson`.
    private static func ownPath(
        _ upstream: RelativePath, of content: [UInt8], by key: Fingerprint?
    ) throws(DocumentError) -> RelativePath {
        let digest = SHA256Digest.of(Array((key?.description ?? "").utf8) + content)
        let mark = digest.description.prefix(16)
        let name = upstream.name
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        // A path's component has 255 bytes at most, and a signature's name is longer yet.
        let stem = name[..<dot].unicodeScalars.prefix(50)
        let directory = upstream.components.dropLast().joined(separator: "/")
        return try path("\(directory)/\(String(stem)).\(mark)\(name[dot...])")
    }

    private static func path(_ text: String) throws(DocumentError) -> RelativePath {
        do throws(PathRefusal) {
            return try RelativePath(metadata: text)
        } catch {
            throw DocumentError(.path(error), at: JSONPlace())
        }
    }

    private static func at<Value>(
        _ path: RelativePath, _ work: () throws(DocumentError) -> Value
    ) throws(MirrorError) -> Value {
        do throws(DocumentError) {
            return try work()
        } catch {
            throw .document(path, error)
        }
    }
}

extension SiteDraft {
    /// The paths it takes when it is published: the signature's first.
    var paths: [RelativePath] { [signaturePath, path].compactMap { $0 } }

    /// The draft with its signature, as it is published.
    func documents(signed: [UInt8]) -> [StoredDocument] {
        guard let signaturePath else { return [StoredDocument(path: path, bytes: signed)] }
        return [
            StoredDocument(path: signaturePath, bytes: signed),
            StoredDocument(path: path, bytes: content),
        ]
    }
}
