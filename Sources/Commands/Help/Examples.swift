/// Lays out the examples in a command's help.
package enum Examples {
    /// Help has eighty columns at least, and would break a longer line where a shell would not go on.
    private static let width = 78

    /// Each command line under what it does.
    static func text(_ examples: [(line: String, purpose: String)]) -> String {
        "Examples:\n"
            + examples.map { "  # \($0.purpose)\n  \(folded($0.line))" }.joined(separator: "\n")
    }

    /// The line, continued on lines of its own where it is long.
    static func folded(_ line: String) -> String {
        var lines = [""]
        for word in line.split(separator: " ") {
            let indent = lines.count == 1 ? 2 : 6
            let last = lines[lines.count - 1]
            if !last.isEmpty, indent + last.count + word.count + 3 > width {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += (last.isEmpty ? "" : " ") + word
            }
        }
        return lines.joined(separator: " \\\n      ")
    }

    /// The text with each continued line in one.
    package static func unfolded(_ text: String) -> String {
        text.replacing(" \\\n      ", with: " ")
    }
}
