package import FoundationEssentials
internal import MAAS
internal import YAML

/// Reads documents: YAML, of which JSON is a part.
package struct DocumentReader: Sendable {
    /// What a document may refer to.
    package struct Surroundings: Sendable {
        package let environment: [String: String]
        /// The directory that relative paths in the document start from.
        package let directory: String
        /// Reads a keyring of this machine into its binary form.
        package let keyring: @Sendable (String) throws -> Data

        package init(
            environment: [String: String], directory: String,
            keyring: @escaping @Sendable (String) throws -> Data
        ) {
            self.environment = environment
            self.directory = directory
            self.keyring = keyring
        }
    }

    let surroundings: Surroundings

    package init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// The document.
    ///
    /// - Throws: `DocumentMistake` with the place of the first mistake, or what reading a keyring
    ///   throws.
    package func read(_ bytes: [UInt8]) throws -> Document {
        let root: YAMLNode
        do {
            root = try YAMLReader().node(bytes)
        } catch {
            throw DocumentMistake(error.problem, at: error.mark)
        }
        let bare = try top(root, DocumentVariables())
        try checkVersion(bare)
        let variables = try DocumentVariables(
            try bare.list("variables") ?? [], surroundings.environment)
        let mapping = try top(root, variables)
        var document = Document()
        document.importing = try mapping.boolean("import") ?? true
        document.common = try part(mapping, variables)
        document.regions = try regions(mapping, variables)
        document.mirrors = try mirrors(mapping, variables)
        return document
    }

    private func top(
        _ root: YAMLNode, _ variables: DocumentVariables
    ) throws(DocumentMistake) -> DocumentMapping {
        try DocumentMapping(root, "the document", keys: DocumentKeys.document, variables)
    }

    private func checkVersion(_ mapping: DocumentMapping) throws(DocumentMistake) {
        guard let version = try mapping.integer("version") else {
            throw DocumentMistake(
                "the document needs its version", at: mapping.place,
                hint: "begin it with: version: \(Document.version)")
        }
        guard version == Document.version else {
            throw DocumentMistake(
                "this document has version \(version); version \(Document.version) is known",
                at: mapping.place(of: "version"))
        }
    }

    private func regions(
        _ mapping: DocumentMapping, _ variables: DocumentVariables
    ) throws -> [DocumentRegion] {
        var regions: [DocumentRegion] = []
        for node in try mapping.list("regions") ?? [] {
            let own = try DocumentMapping(node, "a region", keys: DocumentKeys.region, variables)
            let profile = try own.required("profile")
            guard !regions.contains(where: { $0.profile == profile }) else {
                throw DocumentMistake(
                    "the region \(profile) is there twice", at: own.place(of: "profile"))
            }
            regions.append(DocumentRegion(profile: profile, part: try part(own, variables)))
        }
        return regions
    }

    private func part(
        _ mapping: DocumentMapping, _ variables: DocumentVariables
    ) throws -> DocumentPart {
        DocumentPart(
            settings: try settings(mapping, variables), sources: try sources(mapping, variables))
    }

    private func settings(
        _ mapping: DocumentMapping, _ variables: DocumentVariables
    ) throws(DocumentMistake) -> [DocumentSetting] {
        guard let node = mapping["settings"] else { return [] }
        let own = try DocumentMapping(
            node, "the list of settings", keys: DocumentKeys.settings, variables)
        var settings: [DocumentSetting] = []
        for name in DocumentSetting.names {
            if name.isBoolean {
                guard let value = try own.boolean(name.rawValue) else { continue }
                settings.append(DocumentSetting(name: name, value: .boolean(value)))
            } else if let text = try own.text(name.rawValue) {
                settings.append(DocumentSetting(name: name, value: .text(text)))
            }
        }
        return settings
    }
}
