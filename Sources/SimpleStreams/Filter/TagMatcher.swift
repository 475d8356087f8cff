/// Compares a tag's text as one filter asks.
struct TagMatcher {
    private let filter: Filter
    // A Regex is not Sendable, so it lives as long as one evaluation.
    private let regex: Regex<AnyRegexOutput>?

    init(_ filter: Filter) {
        self.filter = filter
        regex = filter.translated.flatMap(PythonPattern.compile)
    }

    /// Whether a text passes; a tag that is not there is "".
    func passes(_ text: String) -> Bool {
        let found =
            if let regex {
                // The pattern compiled when the filter was read; matching itself cannot fail.
                (try? regex.firstMatch(in: text)) != nil
            } else {
                text.utf8.elementsEqual(filter.value.utf8)
            }
        return found != filter.operator.isNegated
    }
}
