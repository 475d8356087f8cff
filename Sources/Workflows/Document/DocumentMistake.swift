package import YAML

/// Why a text is no document, and where.
package struct DocumentMistake: Error, Sendable, Equatable {
    /// What is wrong.
    package let problem: String
    /// Where, where that can be told.
    package let place: YAMLMark?
    /// What to do about it.
    package let hint: String?

    package init(_ problem: String, at place: YAMLMark?, hint: String? = nil) {
        self.problem = problem
        self.place = place
        self.hint = hint
    }
}
