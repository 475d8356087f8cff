/// A text that is no YAML document this module reads, and where the trouble is.
package struct YAMLError: Error, Equatable {
    /// What is wrong, in a few words.
    package let problem: String
    /// Where; nil where no place can be told.
    package let mark: YAMLMark?

    package init(_ problem: String, at mark: YAMLMark?) {
        self.problem = problem
        self.mark = mark
    }
}
