/// Lays out the examples in a command's help.
enum Examples {
    /// Each command line under what it does.
    static func text(_ examples: [(line: String, purpose: String)]) -> String {
        "Examples:\n"
            + examples.map { "  # \($0.purpose)\n  \($0.line)" }.joined(separator: "\n")
    }
}
