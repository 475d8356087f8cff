/// Two columns of help: a term and what it means.
enum HelpTable {
    /// A line for each row, set in by two spaces.
    static func text(_ rows: [(term: String, meaning: String)]) -> String {
        let room = rows.map { DisplayWidth.of($0.term) }.max() ?? 0
        return rows.map { "  \(DisplayWidth.padded($0.term, to: room))  \($0.meaning)\n" }.joined()
    }
}
