/// Which of a line's documents a path names, and in which of its three forms.
struct StreamDocumentName: Sendable, Hashable {
    /// How a document is published.
    enum Form: String, Sendable, Hashable, CaseIterable {
        /// Clearsigned (RFC 9580 §7).
        case signed = ".sjson"
        /// The same without a signature.
        case plain = ".json"
        /// The armoured detached signature of the plain form.
        case signature = ".json.gpg"
    }

    /// Where documents are below a line's root.
    static let folder = "streams/v1/"

    /// `index`, or a content id.
    let name: String
    let form: Form

    var isIndex: Bool { name == "index" }

    /// The path below the line's root.
    var path: String { Self.folder + name + form.rawValue }

    init(name: String, form: Form) {
        self.name = name
        self.form = form
    }

    /// Reads a path below a line's root; nil when no document could be there.
    init?(path: String) {
        guard path.hasPrefix(Self.folder) else { return nil }
        let file = path.dropFirst(Self.folder.count)
        let forms: [Form] = [.signature, .signed, .plain]
        guard let form = forms.first(where: { file.hasSuffix($0.rawValue) }) else { return nil }
        self.init(name: String(file.dropLast(form.rawValue.count)), form: form)
    }
}
