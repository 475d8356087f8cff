/// One wish for what a mirror holds: the filters of one command line.
///
/// A mirror may have several, as the two commands of the MAAS documentation make it (images, then
/// boot loaders): each run brings all of them up to date.
package struct MirrorPart: Hashable, Sendable, Codable {
    /// Filters in the words of `sstream-mirror`, as they were written.
    package let filters: [String]
    /// What was chosen by name.
    package let choice: Choice?
    /// How many versions.
    package let retention: Retention

    /// A wish.
    package init(
        filters: [String] = [], choice: Choice? = nil, retention: Retention = .offered
    ) {
        self.filters = filters
        self.choice = choice
        self.retention = retention
    }

    /// Whether it takes all that upstream offers.
    var isEverything: Bool { filters.isEmpty && choice == nil }

    /// The filters, ready to ask.
    package func filterSet() throws(FilterError) -> FilterSet {
        try FilterSet(parsing: filters, choice: choice)
    }
}

/// What a run does with the parts a mirror has already.
package enum PartChange: String, Hashable, Sendable, CaseIterable {
    /// A part that has a product in common with the new one is replaced by it (the filters were
    /// changed); others stay (another command of a recipe).
    case automatic
    /// The new one is all there is.
    case replace
    /// The new one is added, whatever they have in common.
    case add
}
