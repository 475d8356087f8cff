/// The names of what a mirror holds, by which metadata is reduced: products, their versions, the
/// items of those.
struct HeldNames: Sendable {
    /// The items of a version.
    typealias Items = Set<ExactName>
    /// The versions of a product, each with at least one item.
    typealias Versions = [ExactName: Items]
    /// The products of a products file, each with at least one version.
    typealias Products = [ExactName: Versions]

    private var documents: [ExactName: Products] = [:]

    /// What is held of the products file with this content id; nil when that is nothing.
    func products(of contentID: String) -> Products? { documents[ExactName(contentID)] }

    /// Adds what a set of filters takes of a products file.
    mutating func add(_ selected: Selected) {
        for product in selected.products {
            for version in product.versions {
                for item in version.items {
                    documents[ExactName(selected.document.contentID), default: [:]][
                        ExactName(product.product.name), default: [:]][
                            ExactName(version.version.name), default: []
                        ].insert(ExactName(item.name.item))
                }
            }
        }
    }
}
