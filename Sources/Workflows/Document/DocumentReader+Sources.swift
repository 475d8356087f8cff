internal import FoundationEssentials
internal import SimpleStreams
internal import YAML

extension DocumentReader {
    /// The sources of a part; nil where it says nothing about them.
    func sources(
        _ mapping: DocumentMapping, _ variables: DocumentVariables
    ) throws -> [DocumentSource]? {
        guard let nodes = try mapping.list("sources") else { return nil }
        var sources: [DocumentSource] = []
        for node in nodes {
            let own = try DocumentMapping(node, "a source", keys: DocumentKeys.source, variables)
            let source = try source(own, variables)
            if let first = sources.first(where: { SourceURL.same($0.url, source.url) }) {
                throw DocumentMistake(
                    "the source \(source.url) is there twice", at: own.place(of: "url"),
                    hint: first.place.map { "the first is in line \($0.line)" })
            }
            try checkUnique(source, among: sources, own)
            sources.append(source)
        }
        return sources
    }

    /// No two sources of a region have one name or priority.
    private func checkUnique(
        _ source: DocumentSource, among others: [DocumentSource], _ own: DocumentMapping
    ) throws(DocumentMistake) {
        if let name = source.name, others.contains(where: { $0.name == name }) {
            throw DocumentMistake("two sources have the name \(name)", at: own.place(of: "name"))
        }
        if let priority = source.priority, others.contains(where: { $0.priority == priority }) {
            throw DocumentMistake(
                "two sources have the priority \(priority)", at: own.place(of: "priority"))
        }
    }

    private func source(
        _ own: DocumentMapping, _ variables: DocumentVariables
    ) throws -> DocumentSource {
        var source = DocumentSource(
            url: try address(try own.required("url"), own.place(of: "url")))
        for text in try own.texts("replaces") ?? [] {
            source.replaces.append(try address(text, own.place(of: "replaces")))
        }
        source.keyring = try keyring(own)
        source.name = try own.text("name")
        source.priority = try own.integer("priority")
        source.enabled = try own.boolean("enabled")
        source.skipKeyringVerification = try own.boolean("skip_keyring_verification")
        source.selections = try selections(own, variables)
        source.place = own.place
        return source
    }

    private func address(_ text: String, _ place: YAMLMark?) throws(DocumentMistake) -> String {
        do {
            return try StreamTarget(text).url
        } catch {
            throw DocumentMistake(error.message, at: place, hint: error.hint)
        }
    }

    /// `auto`, `server:PATH`, `file:FILE`, or `base64:…` as exports have it.
    private func keyring(_ own: DocumentMapping) throws -> KeyringChoice? {
        guard let text = try own.text("keyring") else { return nil }
        let place = own.place(of: "keyring")
        if text == "auto" { return .auto }
        if text.hasPrefix("server:/") { return .serverPath(String(text.dropFirst(7))) }
        if text.hasPrefix("file:"), text.count > 5 {
            let path = absolute(String(text.dropFirst(5)))
            return .upload(try surroundings.keyring(path), from: path)
        }
        if text.hasPrefix("base64:") {
            guard let bytes = Data(base64Encoded: String(text.dropFirst(7))),
                let keyring = try? Keyring([UInt8](bytes), origin: "the document")
            else { throw DocumentMistake("this base64 text is no keyring", at: place) }
            return .upload(Data(keyring.bytes), from: "the document")
        }
        throw DocumentMistake(
            "\"\(text)\" is no keyring", at: place,
            hint: "write auto, server:/PATH, file:FILE or base64:BYTES")
    }

    /// A path of the document, from its directory on.
    func absolute(_ path: String) -> String {
        path.hasPrefix("/") || surroundings.directory.isEmpty
            ? path : "\(surroundings.directory)/\(path)"
    }

    private func selections(
        _ mapping: DocumentMapping, _ variables: DocumentVariables
    ) throws(DocumentMistake) -> [DocumentSelection]? {
        guard let nodes = try mapping.list("selections") else { return nil }
        var selections: [DocumentSelection] = []
        for node in nodes {
            let own = try DocumentMapping(
                node, "a selection", keys: DocumentKeys.selection, variables)
            let selection = try selection(own)
            guard !selections.contains(where: { $0.name == selection.name }) else {
                throw DocumentMistake(
                    "\(selection.name) is selected twice from one source", at: own.place)
            }
            selections.append(selection)
        }
        return selections
    }

    private func selection(_ own: DocumentMapping) throws(DocumentMistake) -> DocumentSelection {
        for key in ["os", "release"] where try own.required(key).count > 20 {
            throw DocumentMistake(
                "\(key) is longer than the 20 characters MAAS keeps", at: own.place(of: key))
        }
        return DocumentSelection(
            os: try own.required("os"), release: try own.required("release"),
            arches: try names(own, "arches") ?? [],
            subarches: try own["subarches"].map {
                (_) throws(DocumentMistake) in try names(own, "subarches") ?? []
            },
            labels: try own["labels"].map {
                (_) throws(DocumentMistake) in try names(own, "labels") ?? []
            })
    }

    /// A list of names that is not empty: an empty one would match no image at all.
    private func names(
        _ own: DocumentMapping, _ key: String
    ) throws(DocumentMistake) -> [String]? {
        guard let names = try own.texts(key), !names.isEmpty else {
            throw DocumentMistake(
                "a selection needs \(key)", at: own.place(of: key),
                hint: "write [amd64], for example, or [\"*\"] for all")
        }
        return names
    }
}
