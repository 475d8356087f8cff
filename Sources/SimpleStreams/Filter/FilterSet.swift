/// All that decides which items of a stream are taken.
package struct FilterSet: Sendable {
    /// Conditions in the words of `sstream-mirror`; an item passes when it passes all.
    package let filters: [Filter]
    /// What was chosen by name; an item must be of it as well.
    package let choice: Choice?

    /// Everything.
    package static let everything = FilterSet(filters: [])

    /// A set of filters.
    package init(filters: [Filter], choice: Choice? = nil) {
        self.filters = filters
        self.choice = choice
    }

    /// Reads filters as they come from a command line; the first that is wrong is thrown.
    package init(parsing texts: [String], choice: Choice? = nil) throws(FilterError) {
        var filters: [Filter] = []
        for text in texts { filters.append(try Filter(parsing: text)) }
        self.init(filters: filters, choice: choice)
    }

    /// Whether nothing restricts.
    package var isEverything: Bool { filters.isEmpty && choice?.isEverything != false }

    /// What is legal but probably not what was meant.
    package var warnings: [FilterWarning] { filters.flatMap(\.warnings) }

    /// What is taken of one products file.
    ///
    /// Filters first, then the newest `max` of the versions that have an item left; a version
    /// without an item, and a product without a version, are not taken.
    ///
    /// - Parameter held: the versions a mirror has of a product by its name; only `--keep` asks.
    package func select(
        _ document: ProductsDocument, retention: Retention = .offered,
        held: (String) -> [String] = { _ in [] }
    ) -> Selected {
        var evaluation = FilterEvaluation(filters, on: document)
        let products = document.products.compactMap { product -> Selected.Product? in
            let offered = product.versions.compactMap { version -> Selected.Version? in
                let items = version.items.filter {
                    evaluation.passes($0) && choice?.takes($0) != false
                }
                return items.isEmpty ? nil : Selected.Version(version: version, items: items)
            }
            guard !offered.isEmpty else { return nil }
            let names = retention.resolve(
                offered: offered.map(\.version.name), held: held(product.name))
            return Selected.Product(
                product: product, offered: offered, versionNames: names)
        }
        return Selected(document: document, products: products)
    }
}
