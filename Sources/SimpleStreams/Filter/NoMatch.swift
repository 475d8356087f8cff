/// Nothing in a stream is taken, and what it has instead.
package struct NoMatch: Error, Hashable, CustomStringConvertible {
    /// One condition, and how it alone fares.
    package struct Finding: Hashable, Sendable {
        /// The condition as it was written.
        package let condition: String
        /// The tag it looks at.
        package let key: String
        /// The items that pass it alone.
        package let passing: Int
        /// The values the tag has in the stream: those nearest to what was asked for first.
        package let nearest: [String]
    }

    /// Values shown of a tag.
    package static let shownValues = 8

    /// The conditions, in the order in which they were given.
    package let findings: [Finding]

    package var description: String {
        guard !findings.isEmpty else { return "the stream offers no item at all" }
        let culprits = findings.filter { $0.passing == 0 }
        guard let first = culprits.first else {
            return "no item passes all filters, though each of them alone passes some"
        }
        guard !first.nearest.isEmpty else {
            return "no item passes \(first.condition): "
                + "no item has a tag \(PrintableText.quote(first.key))"
        }
        return "no item passes \(PrintableText.quote(first.condition))"
    }

    /// What the stream has instead.
    package var hint: String {
        for finding in findings where finding.passing == 0 && !finding.nearest.isEmpty {
            let values = finding.nearest.joined(separator: ", ")
            return "\(finding.key) is \(finding.nearest.count == 1 ? "" : "one of ")\(values)"
        }
        guard !findings.isEmpty else { return "is it just being made? try again later" }
        let tags = "arch, os, release, version, subarch, label, ftype"
        return findings.contains { $0.passing == 0 }
            ? "common tags are \(tags)" : "leave one of the filters out"
    }
}
