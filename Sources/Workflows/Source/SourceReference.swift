package import MAAS

/// What a person calls a boot source: its id, its address, or (from 3.8 on) its name.
package struct SourceReference: Sendable, Equatable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The source meant.
    ///
    /// A number is an id. `stable` and `candidate` mean the source that has that stream. Otherwise
    /// the address or the name must be equal; a part of them is enough when only one source has it.
    package func resolve(in sources: [BootSource]) throws(WorkflowError) -> BootSource {
        let exact = sources.filter(isExact)
        let found = exact.isEmpty ? sources.filter(isPartial) : exact
        guard let first = found.first else {
            throw WorkflowError(
                .notFound, "no boot source answers to \"\(text)\"",
                hint: Self.listing(sources, "the region has"))
        }
        guard found.count == 1 else {
            throw WorkflowError(
                .ambiguous, "\(found.count) boot sources answer to \"\(text)\"",
                hint: Self.listing(found, "name one of"))
        }
        return first
    }

    /// The only source there is; with several, an error that lists them.
    package static func only(of sources: [BootSource]) throws(WorkflowError) -> BootSource {
        guard let first = sources.first else {
            throw WorkflowError(
                .notFound, "the region has no boot source",
                hint: "add one: maas-boot source add stable --keyring auto")
        }
        guard sources.count == 1 else {
            throw WorkflowError(
                .ambiguous, "the region has \(sources.count) boot sources",
                hint: listing(sources, "say which with --source:"))
        }
        return first
    }

    /// Whether it names one source and is no part of a name: an id, a whole address, or a stream.
    var isWhole: Bool {
        Int(text) != nil || text.contains("://") || OfficialStream(rawValue: text) != nil
    }

    /// Whether it is the source's id, stream, address or name, and not a part of one.
    func isExact(_ source: BootSource) -> Bool {
        if let id = Int(text) { return source.id == id }
        if let stream = OfficialStream(rawValue: text) {
            return OfficialStream(url: source.url) == stream || source.management?.name == text
        }
        return SourceURL.same(source.url, text) || source.management?.name == text
    }

    private func isPartial(_ source: BootSource) -> Bool {
        guard Int(text) == nil, !text.isEmpty else { return false }
        let name = source.management?.name ?? ""
        return source.url.lowercased().contains(text.lowercased())
            || name.lowercased().contains(text.lowercased())
    }

    private static func listing(_ sources: [BootSource], _ lead: String) -> String {
        guard !sources.isEmpty else { return "the region has no boot source" }
        return "\(lead) \(sources.map { "\($0.id) (\($0.url))" }.joined(separator: ", "))"
    }
}
