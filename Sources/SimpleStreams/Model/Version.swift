/// A version of a product: files that belong together.
package struct Version: Sendable {
    let storage: ProductsStorage
    let product: Int
    let index: Int

    private var record: ProductsStorage.VersionRecord { storage.versions[index] }

    /// Its name: `20240821`, `20240821.1`.
    package var name: String { storage.pool[record.name] }

    /// Its items, in the order of the document.
    package var items: [Item] {
        record.items.map {
            Item(storage: storage, product: product, version: index, index: $0)
        }
    }

    /// A tag of the version, or one it inherits.
    package subscript(tag: String) -> String? {
        storage.pool.find(tag).flatMap { key in
            storage.value(of: key, in: record.tags)
                ?? storage.value(of: key, in: storage.products[product].tags)
                ?? storage.value(of: key, in: storage.topTags)
        }.map { storage.pool[$0] }
    }
}
