/// Filters at work on one products file.
///
/// A tag's value is looked at once for each filter, however many items have it.
struct FilterEvaluation {
    private let storage: ProductsStorage
    private var probes: [Probe]

    init(_ filters: [Filter], on document: ProductsDocument) {
        storage = document.storage
        probes = filters.map { Probe($0, pool: document.storage.pool) }
    }

    /// Whether an item passes all filters.
    mutating func passes(_ item: Item) -> Bool {
        for index in probes.indices where !probes[index].passes(item, in: storage) {
            return false
        }
        return true
    }

    /// Whether an item passes one of the filters, told by its position.
    mutating func passes(_ item: Item, filter index: Int) -> Bool {
        probes[index].passes(item, in: storage)
    }

    private struct Probe {
        let matcher: TagMatcher
        let key: TextID?
        let passesWithoutTag: Bool
        var known: [Bool?]

        init(_ filter: Filter, pool: TextPool) {
            matcher = TagMatcher(filter)
            key = pool.find(filter.key)
            passesWithoutTag = matcher.passes("")
            known = [Bool?](repeating: nil, count: pool.texts.count)
        }

        mutating func passes(_ item: Item, in storage: ProductsStorage) -> Bool {
            guard let key, let value = item.value(of: key) else { return passesWithoutTag }
            let index = Int(value.index)
            if let answer = known[index] { return answer }
            let answer = matcher.passes(storage.pool[value])
            known[index] = answer
            return answer
        }
    }
}
