/// What a person or script asked standard output to look like.
package struct OutputRequest: Sendable, Equatable {
    /// Which fields of each value are written in the structured formats.
    package enum Fields: Sendable, Equatable {
        case all
        /// These, in this order.
        case chosen([String])
        /// None: the names of the fields are listed instead.
        case listNames
    }

    package var format: OutputFormat
    package var fields: Fields
    /// A jq program that the JSON goes through; nil writes the JSON itself.
    package var jq: String?

    package init(format: OutputFormat = .table, fields: Fields = .all, jq: String? = nil) {
        self.format = format
        self.fields = fields
        self.jq = jq
    }
}
