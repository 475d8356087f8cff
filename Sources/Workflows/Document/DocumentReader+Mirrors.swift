internal import SimpleStreams
internal import YAML

extension DocumentReader {
    /// The mirrors that a document lists.
    func mirrors(
        _ mapping: DocumentMapping, _ variables: DocumentVariables
    ) throws(DocumentMistake) -> [DocumentMirror] {
        var mirrors: [DocumentMirror] = []
        for node in try mapping.list("mirrors") ?? [] {
            let own = try DocumentMapping(node, "a mirror", keys: DocumentKeys.mirror, variables)
            let mirror = try mirror(own)
            guard !mirrors.contains(where: { $0.directory == mirror.directory }) else {
                throw DocumentMistake(
                    "the mirror \(mirror.directory) is there twice", at: own.place(of: "directory"))
            }
            mirrors.append(mirror)
        }
        return mirrors
    }

    /// A directory, from the document's on, or a place in an object store as it is.
    private func place(_ text: String) -> String {
        isInStore(text) ? text : absolute(text)
    }

    private func isInStore(_ place: String) -> Bool { place.lowercased().hasPrefix("s3:") }

    private func cache(
        _ own: DocumentMapping, for directory: String
    ) throws(DocumentMistake) -> String? {
        guard let cache = try own.text("cache") else { return nil }
        guard isInStore(directory) else {
            throw DocumentMistake(
                "cache is for mirrors in an object store", at: own.place(of: "cache"),
                hint: "leave it out: a mirror in a directory has its items there")
        }
        guard !cache.isEmpty, !isInStore(cache) else {
            throw DocumentMistake("a cache is a directory here", at: own.place(of: "cache"))
        }
        return absolute(cache)
    }

    private func mirror(_ own: DocumentMapping) throws(DocumentMistake) -> DocumentMirror {
        var mirror = DocumentMirror(
            directory: place(try own.required("directory")),
            upstream: try own.required("upstream"))
        mirror.keyring = try own.text("keyring").map(absolute)
        mirror.path = try own.text("path")
        mirror.filters = try filters(own)
        for (key, option) in DocumentKeys.mirrorChoices {
            guard let names = try own.texts(key) else { continue }
            guard !names.isEmpty else {
                throw DocumentMistake(
                    "\(key) names nothing", at: own.place(of: key),
                    hint: "name some, or leave the key out for everything")
            }
            mirror.choices[option] = names
        }
        mirror.max = try count("max", own)
        mirror.keep = try own.boolean("keep") ?? false
        if mirror.keep, mirror.max == nil {
            throw DocumentMistake("keep needs max", at: own.place(of: "keep"))
        }
        mirror.keepDays = try count("keep_days", own)
        mirror.sign = try own.text("sign")
        mirror.cache = try cache(own, for: mirror.directory)
        mirror.place = own.place
        return mirror
    }

    private func filters(_ own: DocumentMapping) throws(DocumentMistake) -> [String] {
        let filters = try own.texts("filters") ?? []
        do {
            _ = try FilterSet(parsing: filters)
            return filters
        } catch {
            throw DocumentMistake(
                error.description, at: own.place(of: "filters"), hint: error.hint)
        }
    }

    private func count(_ key: String, _ own: DocumentMapping) throws(DocumentMistake) -> Int? {
        let number = try own.integer(key)
        if let number, number < 0 {
            throw DocumentMistake("\(key) is not negative", at: own.place(of: key))
        }
        return number
    }
}
