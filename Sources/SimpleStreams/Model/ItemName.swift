/// The full name of an item within a stream.
package struct ItemName: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The content id of the products file.
    package let contentID: String
    /// The product.
    package let product: String
    /// The version.
    package let version: String
    /// The item within the version.
    package let item: String

    /// A name.
    package init(contentID: String, product: String, version: String, item: String) {
        self.contentID = contentID
        self.product = product
        self.version = version
        self.item = item
    }

    /// Product, version and item, parted by spaces, as `sstream-mirror` prints them.
    package var description: String {
        [product, version, item].map { name in
            let quoted = PrintableText.quote(name)
            return quoted == "\"\(name)\"" ? name : quoted
        }.joined(separator: " ")
    }
}
