/// A tag: a name and what it says.
struct Tag: Sendable {
    let key: TextID
    var value: TextID
}

/// What a products file says, in a few flat arrays; `Product`, `Version` and `Item` are views of
/// it. Nothing changes after it is read.
final class ProductsStorage: Sendable {
    struct ProductRecord: Sendable {
        let name: TextID
        let tags: Range<Int>
        let versions: Range<Int>
    }

    struct VersionRecord: Sendable {
        let name: TextID
        let tags: Range<Int>
        let items: Range<Int>
    }

    struct ItemRecord: Sendable {
        let name: TextID
        let tags: Range<Int>
    }

    let pool: TextPool
    let tags: [Tag]
    let topTags: Range<Int>
    let products: [ProductRecord]
    let versions: [VersionRecord]
    let items: [ItemRecord]
    let contentID: String
    let names: FieldNames

    init(
        reading reader: JSONReader, _ collector: ProductsCollector, topTags: Range<Int>,
        contentID: String
    ) {
        pool = reader.pool
        tags = collector.tags
        products = collector.products
        versions = collector.versions
        items = collector.items
        names = collector.names
        self.topTags = topTags
        self.contentID = contentID
    }

    /// The value a tag has within one level.
    func value(of key: TextID, in range: Range<Int>) -> TextID? {
        for index in range where tags[index].key == key { return tags[index].value }
        return nil
    }
}

/// The numbers of the names this module looks up itself.
struct FieldNames: Sendable {
    let productName: TextID
    let versionName: TextID
    let itemName: TextID
    let path: TextID
    let size: TextID
    let sha256: TextID
    let sha512: TextID
    let md5: TextID
    let contentID: TextID
    let format: TextID
    let updated: TextID
    let datatype: TextID
    let products: TextID
    let versions: TextID
    let items: TextID
    let aliases: TextID

    init(in pool: inout TextPool) {
        productName = pool.intern("product_name")
        versionName = pool.intern("version_name")
        itemName = pool.intern("item_name")
        path = pool.intern("path")
        size = pool.intern("size")
        sha256 = pool.intern("sha256")
        sha512 = pool.intern("sha512")
        md5 = pool.intern("md5")
        contentID = pool.intern("content_id")
        format = pool.intern("format")
        updated = pool.intern("updated")
        datatype = pool.intern("datatype")
        products = pool.intern("products")
        versions = pool.intern("versions")
        items = pool.intern("items")
        aliases = pool.intern("_aliases")
    }
}
