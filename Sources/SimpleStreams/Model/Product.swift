/// A product: one kind of image for one release, architecture and kernel, in several versions.
package struct Product: Sendable {
    let storage: ProductsStorage
    let index: Int

    private var record: ProductsStorage.ProductRecord { storage.products[index] }

    /// Its name: `com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04`.
    package var name: String { storage.pool[record.name] }

    /// Its versions, the oldest first, the newest last (by the order of their names).
    package var versions: [Version] {
        record.versions.map { Version(storage: storage, product: index, index: $0) }
    }

    /// A tag of the product, or one it inherits from the document.
    package subscript(tag: String) -> String? {
        storage.pool.find(tag).flatMap { key in
            storage.value(of: key, in: record.tags)
                ?? storage.value(of: key, in: storage.topTags)
        }.map { storage.pool[$0] }
    }
}
