internal import SimpleStreams

/// The one description of a printable thing: what programs read of it, and what people see.
package struct Listing<Value>: Sendable {
    /// What several are called, in lower case: "boot sources".
    package let plural: String
    package let fields: [Field<Value>]
    package let columns: [Column<Value>]
    /// A sentence that stands for the whole value in a table; nil shows the columns.
    package let sentence: (@Sendable (Value, Presentation) -> String)?

    /// A page that stands for one value alone, where people read it; nil shows its columns.
    package let page: (@Sendable (Value, Presentation) -> String)?

    package init(
        plural: String, fields: [Field<Value>], columns: [Column<Value>],
        sentence: (@Sendable (Value, Presentation) -> String)? = nil,
        page: (@Sendable (Value, Presentation) -> String)? = nil
    ) {
        self.plural = plural
        self.fields = fields
        self.columns = columns
        self.sentence = sentence
        self.page = page
    }

    /// The names of the fields, in order.
    package var fieldNames: [String] { fields.map(\.name) }

    /// The value as an object with the listing's fields in their order.
    package func object(_ value: Value) -> JSONValue {
        .object(fields.map { JSONMember($0.name, $0.value(value)) })
    }

    /// The listing with these fields only, in the order asked for.
    ///
    /// Throws a usage failure that names the nearest field and lists all of them.
    package func choosing(_ names: [String]) throws(Failure) -> Listing {
        var chosen: [Field<Value>] = []
        for name in names {
            guard let field = fields.first(where: { $0.name == name }) else {
                throw unknownField(name)
            }
            chosen.append(field)
        }
        return Listing(
            plural: plural, fields: chosen, columns: columns, sentence: sentence, page: page)
    }

    /// The listing as people see these values: without columns that have nothing in any of them.
    /// Programs keep every column, so that its place does not depend on the region.
    func shown(for values: [Value], _ presentation: Presentation) -> Listing {
        guard presentation.isTerminal else { return self }
        let filled = columns.filter { column in
            values.contains { !column.text($0, presentation).isEmpty }
        }
        return Listing(
            plural: plural, fields: fields, columns: filled, sentence: sentence, page: page)
    }

    private func unknownField(_ name: String) -> Failure {
        let guess = NearestName.to(name, among: fieldNames).map { "did you mean `\($0)`? " } ?? ""
        return Failure(
            .usage, "there is no field of this name", received: name,
            hint: guess + "the fields are \(fieldNames.joined(separator: ", "))",
            details: ["fields": .strings(fieldNames)])
    }
}
