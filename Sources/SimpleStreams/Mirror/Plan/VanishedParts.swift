/// What upstream no longer offers of sets of filters that a mirror has recorded.
struct VanishedParts: Sendable {
    /// A warning for each condition that nothing meets any more.
    private(set) var warnings: [MirrorWarning] = []
    /// Why nothing is taken, for each set that takes nothing. Boot loaders do not count where images
    /// were chosen: they always come.
    private(set) var misses: [NoMatch] = []

    init() {}

    /// Looks at each set.
    init(of parts: [MirrorPart], in documents: [ProductsDocument]) throws(FilterError) {
        let images = documents.filter { $0.kind != .bootloaders }
        for part in parts {
            let filters = try part.filterSet()
            let none = filters.explainNoMatch(in: part.choice == nil ? documents : images)
            if let none { misses.append(none) }
            let unmet = filters.unmetChoices(in: documents).map(\.condition)
            let conditions = unmet.isEmpty ? none?.findings.map(\.condition) ?? [] : unmet
            warnings += conditions.map { .noLongerOffered($0) }
        }
    }
}
