internal import ArgumentParser

/// How a result is written on standard output.
package enum OutputFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// Aligned columns under headings; for one object, a line for each of its values.
    case table
    /// One indented JSON document: an array for a list, an object for a single thing.
    case json
    /// One compact JSON object a line.
    case jsonl
    /// One YAML document, with the same names and values as `json`.
    case yaml
    /// The table's columns with a tab between them, without headings.
    case tsv

    /// True for the formats that programs read by field name.
    package var isStructured: Bool {
        switch self {
        case .json, .jsonl, .yaml: true
        case .table, .tsv: false
        }
    }
}
