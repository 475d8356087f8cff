/// What a mirror should hold: the files all its parts select, each once.
struct Wanted: Sendable {
    /// The files to hold that upstream offers.
    private(set) var table = FileTable()
    /// Versions held by this wish, in the order of the documents.
    private(set) var holdings: [Holding] = []
    /// Versions that left upstream and stay (`--keep`).
    private(set) var retained: [Holding] = []
    /// Products that upstream has and no part selects.
    private(set) var unselectedProducts = 0
    /// Products that are selected, by name.
    private(set) var products: Set<String> = []

    /// The names of all that is selected and offered.
    private(set) var names = HeldNames()

    private var places: [String: Int] = [:]

    /// The files of versions that left upstream and stay.
    var retainedPaths: Set<RelativePath> { Set(retained.flatMap(\.paths)) }

    /// Selects by all parts.
    ///
    /// - Throws: an item that is wrong or contradicts another; filters that do not parse.
    init(
        _ parts: [MirrorPart], in documents: [ProductsDocument], held: [Holding]
    ) throws(MirrorError) {
        let known = Dictionary(grouping: held) { $0.product }
        var selections: [(part: MirrorPart, filters: FilterSet)] = []
        for part in parts { selections.append((part, try Self.filters(of: part))) }
        for document in documents {
            var names: Set<String> = []
            for (part, filters) in selections {
                let selected = filters.select(document, retention: part.retention) { product in
                    known[product, default: []].filter { $0.contentID == document.contentID }
                        .map(\.version)
                }
                try take(selected, known)
                names.formUnion(selected.products.map(\.product.name))
            }
            unselectedProducts += document.products.count { !names.contains($0.name) }
            products.formUnion(names)
        }
    }

    private static func filters(of part: MirrorPart) throws(MirrorError) -> FilterSet {
        do throws(FilterError) {
            return try part.filterSet()
        } catch {
            throw .filter(error)
        }
    }

    private mutating func take(
        _ selected: Selected, _ known: [String: [Holding]]
    ) throws(MirrorError) {
        do throws(SelectionError) {
            try selected.addFiles(to: &table)
        } catch {
            throw .selection(error)
        }
        names.add(selected)
        let contentID = selected.document.contentID
        for product in selected.products {
            for version in product.versions {
                hold(Holding(version, of: product.product, contentID: contentID))
            }
            for holding in known[product.product.name, default: []]
            where holding.contentID == contentID
                && product.keptVersions.contains(holding.version)
                && !retained.contains(where: holding.isSameVersion)
            {
                retained.append(holding)
            }
        }
    }

    /// Notes a version; two parts may select different items of it.
    private mutating func hold(_ holding: Holding) {
        let name = "\(holding.contentID)\n\(holding.product)\n\(holding.version)"
        if let place = places[name] {
            holdings[place] = holdings[place].joined(with: holding)
        } else {
            places[name] = holdings.count
            holdings.append(holding)
        }
    }
}
