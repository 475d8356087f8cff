extension FilterSet {
    /// Why nothing is taken of these products files; nil when something is.
    package func explainNoMatch(in documents: [ProductsDocument]) -> NoMatch? {
        guard documents.allSatisfy({ select($0).isEmpty }) else { return nil }
        let own = filters.map { filter in
            NoMatch.Finding(
                condition: filter.text, key: filter.key, wish: filter.value, in: documents,
                passing: FilterSet(filters: [filter]))
        }
        return NoMatch(findings: own + (choice?.findings(in: documents) ?? []))
    }

    /// The names chosen that nothing in these products files has, though others may be found.
    package func unmetChoices(in documents: [ProductsDocument]) -> [NoMatch.Finding] {
        choice?.findings(in: documents).filter { $0.passing == 0 } ?? []
    }
}

extension Choice {
    /// How each name that was chosen fares alone. Boot loaders do not count: they always come.
    func findings(in documents: [ProductsDocument]) -> [NoMatch.Finding] {
        let groups: [(key: String, names: [String], alone: (String) -> Choice)] = [
            ("os", operatingSystems, { Choice(os: [$0]) }),
            ("release", releases, { Choice(releases: [$0]) }),
            ("arch", arches, { Choice(arches: [$0]) }),
            ("subarch", subarches, { Choice(subarches: [$0]) }),
            ("label", labels, { Choice(labels: [$0]) }),
        ]
        let images = documents.filter { $0.kind != .bootloaders }
        return groups.flatMap { group in
            group.names.map { name in
                NoMatch.Finding(
                    condition: "\(group.key) \(name)", key: group.key, wish: name, in: images,
                    passing: FilterSet(filters: [], choice: group.alone(name)))
            }
        }
    }
}

extension NoMatch.Finding {
    init(
        condition: String, key: String, wish: String, in documents: [ProductsDocument],
        passing: FilterSet
    ) {
        let values = documents.reduce(into: Set<String>()) { values, document in
            values.formUnion(document.values(ofTag: key))
        }
        self.init(
            condition: condition, key: key,
            passing: documents.reduce(0) { $0 + passing.select($1).items.count },
            nearest: Array(
                NearestName.order(values, by: wish).prefix(NoMatch.shownValues)))
    }
}

extension ProductsDocument {
    /// The values a tag has in the items of the document.
    func values(ofTag tag: String) -> Set<String> {
        guard let key = storage.pool.find(tag) else { return [] }
        let ids = items.reduce(into: Set<TextID>()) { ids, item in
            if let value = item.value(of: key) { ids.insert(value) }
        }
        return Set(ids.map { storage.pool[$0] })
    }
}
