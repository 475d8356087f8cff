/// An item of a version: one file, or a mere note.
package struct Item: Sendable {
    let storage: ProductsStorage
    let product: Int
    let version: Int
    let index: Int

    /// Its full name.
    package var name: ItemName {
        ItemName(
            contentID: storage.contentID,
            product: storage.pool[storage.products[product].name],
            version: storage.pool[storage.versions[version].name],
            item: storage.pool[storage.items[index].name])
    }

    /// A tag of the flat view: the item's own, or one inherited from version, product or document.
    package subscript(tag: String) -> String? {
        storage.pool.find(tag).flatMap(value(of:)).map { storage.pool[$0] }
    }

    /// The flat view as a dictionary. For showing; filters use the subscript.
    package var tags: [String: String] {
        var flat: [String: String] = [:]
        for range in levels.reversed() {
            for tag in storage.tags[range] {
                flat[storage.pool[tag.key]] = storage.pool[tag.value]
            }
        }
        return flat
    }

    /// The flat view by number: the item's tag wins over the version's, and so on upwards.
    func value(of key: TextID) -> TextID? {
        storage.value(of: key, in: storage.items[index].tags)
            ?? storage.value(of: key, in: storage.versions[version].tags)
            ?? storage.value(of: key, in: storage.products[product].tags)
            ?? storage.value(of: key, in: storage.topTags)
    }

    /// The item's own tags first, the document's last.
    private var levels: [Range<Int>] {
        [
            storage.items[index].tags, storage.versions[version].tags,
            storage.products[product].tags, storage.topTags,
        ]
    }
}
