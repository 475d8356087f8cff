/// A products file (`products:1.0`): products, their versions, and the items of those.
///
/// Cheap to copy. All of it is checked for its shape when it is read; paths, sizes and digests of
/// an item are checked when `Item.file()` is asked for them.
package struct ProductsDocument: Sendable {
    /// Bytes in the largest products file read. Real ones have five to ten million.
    package static let maximumBytes = 256 << 20

    let storage: ProductsStorage

    /// Reads a products file from JSON.
    package init(parsing bytes: [UInt8]) throws(DocumentError) {
        storage = try ProductsReader.read(bytes)
    }

    /// What it is about; safe as a file's name.
    package var contentID: String { storage.contentID }

    /// What the content id says it is about.
    package var kind: ContentKind { ContentKind(contentID: contentID) }

    /// `image-ids` in every MAAS stream.
    package var datatype: String? { self["datatype"] }

    /// When it was last changed, as written: RFC 2822, see `UpdatedTime`.
    package var updated: String? { self["updated"] }

    /// The products, in the order of the document.
    package var products: [Product] {
        storage.products.indices.map { Product(storage: storage, index: $0) }
    }

    /// All items: products in the order of the document, versions from the oldest to the newest.
    package var items: [Item] {
        products.flatMap { $0.versions.flatMap(\.items) }
    }

    /// A tag of the whole document.
    package subscript(tag: String) -> String? {
        storage.pool.find(tag).flatMap { storage.value(of: $0, in: storage.topTags) }
            .map { storage.pool[$0] }
    }
}
