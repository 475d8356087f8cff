/// Writes values in the format that was asked for.
///
/// Made before any work starts, so that a wrong field name costs nothing.
package struct Printer<Value: Sendable>: Sendable {
    private let listing: Listing<Value>
    private let format: OutputFormat
    private let jq: JQFilter?
    private let context: Context

    /// Checks the request against the listing.
    ///
    /// Throws a usage failure for an unknown field or a wrong jq expression. Where the names of the fields were asked for,
    /// prints them and throws `QuietEnd(.done)`.
    package init(
        _ listing: Listing<Value>, _ request: OutputRequest, in context: Context
    ) throws {
        self.context = context
        self.format = request.format
        self.jq = try request.jq.map(JQFilter.init)
        switch request.fields {
        case .all: self.listing = listing
        case .chosen(let names): self.listing = try listing.choosing(names)
        case .listNames:
            try context.standardOutput.write(listing.fieldNames.map { $0 + "\n" }.joined())
            throw QuietEnd(.done)
        }
    }

    /// Prints a list. An empty one prints nothing as a table or TSV, and a note on standard error
    /// where a person is looking.
    package func print(_ values: [Value]) throws {
        let presentation = Presentation(of: context)
        try write(text(values, presentation))
        if values.isEmpty, !format.isStructured, presentation.isTerminal {
            context.note("no \(listing.plural)")
        }
    }

    /// Prints one thing.
    package func print(one value: Value) throws {
        try write(text(one: value, Presentation(of: context)))
    }

    private func write(_ text: String) throws {
        if !text.isEmpty { try context.standardOutput.write(text) }
    }

    /// The text of a list, in the format asked for.
    func text(_ values: [Value], _ presentation: Presentation) throws -> String {
        switch format {
        case .table: values.isEmpty ? "" : table(values, presentation)
        case .json: try json(.array(values.map(listing.object)))
        case .jsonl: values.map { JSONWriter(.compact).text(listing.object($0)) + "\n" }.joined()
        case .yaml: try YAMLWriter().text(.array(values.map(listing.object)))
        case .tsv: values.map(tabbed).joined()
        }
    }

    /// The text of one thing, in the format asked for.
    func text(one value: Value, _ presentation: Presentation) throws -> String {
        switch format {
        case .table where listing.page != nil:
            listing.page.map { VisibleText.lines($0(value, presentation)) + "\n" } ?? ""
        case .table where listing.sentence == nil:
            writer([value], presentation).card(value)
        case .json: try json(listing.object(value))
        case .yaml: try YAMLWriter().text(listing.object(value))
        case .table, .jsonl, .tsv: try text([value], presentation)
        }
    }

    private func json(_ value: JSONValue) throws -> String {
        try jq?.text(value) ?? JSONWriter(.pretty).text(value) + "\n"
    }

    private func table(_ values: [Value], _ presentation: Presentation) -> String {
        guard let sentence = listing.sentence else {
            return writer(values, presentation).table(values)
        }
        return values.map { VisibleText.lines(sentence($0, presentation)) + "\n" }.joined()
    }

    private func writer(_ values: [Value], _ presentation: Presentation) -> TableWriter<Value> {
        TableWriter(
            listing: listing.shown(for: values, presentation), presentation: presentation)
    }

    private func tabbed(_ value: Value) -> String {
        listing.columns.map { VisibleText.oneLine($0.text(value, .plain)) }
            .joined(separator: "\t") + "\n"
    }
}
