/// Writes the documents of a publication as SimpleStreams has them: `index:1.0` and
/// `products:1.0`.
struct StreamDocuments {
    let publication: SamplePublication
    let edits: [StreamEdit]

    /// The text of a document before it is signed; nil when the publication has no such document.
    ///
    /// The signed index names the signed products documents, the plain one the plain ones.
    func text(_ document: StreamDocumentName) -> String? {
        let suffix = document.form == .signed ? ".sjson" : ".json"
        guard !document.isIndex else { return index(suffix).rendered() }
        return contents.first { $0.name == document.name }.map { products($0).rendered() }
    }

    /// The names of all documents, in one form.
    func names(_ form: StreamDocumentName.Form) -> [StreamDocumentName] {
        (["index"] + contents.map(\.name)).map { StreamDocumentName(name: $0, form: form) }
    }

    /// What the edits leave of the publication.
    private var contents: [SampleContentID] {
        edits.reduce(publication.contents) { $1.reduced($0) }
    }

    private var updated: String {
        for case .updated(let text) in edits { return text }
        return StreamTime.rfc2822(publication.updated)
    }

    private func index(_ suffix: String) -> StreamJSON {
        var entries: [(key: String, value: StreamJSON)] = []
        for content in contents {
            let path = StreamDocumentName.folder + content.name + suffix
            let entry: StreamJSON = .object(
                edits.members(
                    of: .entry(content.name),
                    [
                        ("datatype", .string("image-ids")),
                        ("format", .string("products:1.0")),
                        ("path", .string(path)),
                        ("products", .array(content.products.map(\.name).sorted().map(text))),
                        ("updated", .string(updated)),
                    ]))
            entries.append((edits.contentID(content.name), entry))
        }
        return .object(
            edits.members(
                of: .index,
                [
                    ("format", .string("index:1.0")), ("index", .object(entries)),
                    ("updated", .string(updated)),
                ]))
    }

    private func text(_ string: String) -> StreamJSON { .string(string) }

    private func products(_ content: SampleContentID) -> StreamJSON {
        let products = content.products.sorted { $0.name < $1.name }
        return .object(
            edits.members(
                of: .products(content.name),
                [
                    ("content_id", .string(edits.contentID(content.name))),
                    ("datatype", .string("image-ids")),
                    ("format", .string("products:1.0")),
                    ("products", .object(products.map { ($0.name, product($0)) })),
                    ("updated", .string(updated)),
                ]))
    }

    private func product(_ product: SampleProduct) -> StreamJSON {
        let versions: [(key: String, value: StreamJSON)] = product.versions.map { version in
            let newest = version.name == product.versions.last?.name
            let items: [(key: String, value: StreamJSON)] = version.items.map { item in
                (item.name, self.item(item, of: product, newest: newest))
            }
            return (version.name, .object([("items", .object(items))]))
        }
        return .object(StreamJSON.tags(product.tags) + [("versions", .object(versions))])
    }

    private func item(
        _ item: SampleItem, of product: SampleProduct, newest: Bool
    ) -> StreamJSON {
        let victim = newest && item.name == "squashfs" && product.name == publication.victim?.name
        let members: [(key: String, value: StreamJSON)] = [
            ("ftype", .string(item.ftype)), ("path", .string(item.path)),
            ("sha256", .string(item.sha256)), ("size", .verbatim(String(item.size))),
        ]
        return .object(
            (victim ? edits.members(of: .victim, members) : members) + StreamJSON.tags(item.tags))
    }
}
