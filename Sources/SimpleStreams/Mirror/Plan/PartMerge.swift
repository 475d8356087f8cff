/// The parts a mirror has after a run.
struct PartMerge: Sendable {
    /// All parts, the new one last.
    let parts: [MirrorPart]
    /// Parts the new one took the place of.
    let replaced: [MirrorPart]
    /// Whether the list differs from what was recorded.
    let isChanged: Bool
    /// Whether a part was given in this run.
    var hasNew = true
    /// How many of the other parts take nothing of what upstream offers now.
    var vanished = 0

    /// Puts parts in the place of those that were recorded.
    static func replace(_ recorded: [MirrorPart], with parts: [MirrorPart]) -> PartMerge {
        PartMerge(
            parts: parts, replaced: recorded.filter { !parts.contains($0) },
            isChanged: Set(parts) != Set(recorded), hasNew: false)
    }

    /// Joins a new part to those that were recorded; without one they stay as they are.
    static func merge(
        _ recorded: [MirrorPart], adding new: MirrorPart?, change: PartChange,
        in documents: [ProductsDocument]
    ) throws(FilterError) -> PartMerge {
        guard let new else {
            return PartMerge(parts: recorded, replaced: [], isChanged: false, hasNew: false)
        }
        if change == .automatic, new.isEverything, !recorded.isEmpty,
            !recorded.contains(where: \.isEverything)
        {
            return keeping(recorded, new.retention)
        }
        let filters = try new.filterSet()
        let wanted = products(of: filters, in: documents)
        var kept: [MirrorPart] = []
        var replaced: [MirrorPart] = []
        for part in recorded {
            if part == new { continue }
            let overlaps = try !products(of: part.filterSet(), in: documents)
                .isDisjoint(with: wanted)
            let isReplaced =
                switch change {
                case .replace: true
                case .add: false
                case .automatic: overlaps
                }
            if isReplaced { replaced.append(part) } else { kept.append(part) }
        }
        let parts = kept + [new]
        return PartMerge(
            parts: parts, replaced: replaced, isChanged: Set(parts) != Set(recorded))
    }

    /// A number of versions alone is about what is mirrored already, not a wish for everything else.
    private static func keeping(_ recorded: [MirrorPart], _ retention: Retention) -> PartMerge {
        let parts = recorded.map {
            MirrorPart(filters: $0.filters, choice: $0.choice, retention: retention)
        }
        return PartMerge(
            parts: parts, replaced: [], isChanged: parts != recorded, hasNew: false)
    }

    private struct ProductID: Hashable {
        let contentID: String
        let product: String
    }

    private static func products(
        of filters: FilterSet, in documents: [ProductsDocument]
    ) -> Set<ProductID> {
        documents.reduce(into: []) { found, document in
            for product in filters.select(document).products {
                found.insert(
                    ProductID(contentID: document.contentID, product: product.product.name))
            }
        }
    }
}
