/// A filter that cannot be used.
package struct FilterError: Error, Hashable, CustomStringConvertible {
    /// What is wrong with it.
    package enum Reason: Hashable, Sendable {
        /// Not `KEY OP VALUE`.
        case malformed
        /// A pattern that is wrong, or that cannot mean here what it means in Python.
        case pattern(PatternRefusal)
    }

    /// The filter as it was written.
    package let filter: String
    /// What is wrong with it.
    package let reason: Reason

    package var description: String {
        let problem =
            switch reason {
            case .malformed: "is not KEY OP VALUE, where OP is =, !=, ~ or !~"
            case .pattern(let refusal): "has \(refusal)"
            }
        return "filter \(PrintableText.quote(filter)) \(problem)"
    }

    /// What to write instead.
    package var hint: String {
        switch reason {
        case .pattern(let refusal): refusal.hint
        case .malformed: malformedHint
        }
    }

    private var malformedHint: String {
        let trimmed = filter.split(separator: " ").joined(separator: " ")
        if trimmed.isEmpty { return "leave the empty filter out" }
        if trimmed != filter, (try? Filter(parsing: trimmed)) != nil {
            return "write \(PrintableText.quote(trimmed))"
        }
        if let colon = trimmed.firstIndex(of: ":") {
            let mended = "\(trimmed[..<colon])=\(trimmed[trimmed.index(after: colon)...])"
            if (try? Filter(parsing: mended)) != nil {
                return "write \(PrintableText.quote(mended))"
            }
        }
        if (try? Filter(parsing: trimmed + "=x")) != nil {
            return "write \(PrintableText.quote(trimmed + "=VALUE"))"
        }
        return "for example \"arch=amd64\" or \"release~(noble|jammy)\""
    }
}
