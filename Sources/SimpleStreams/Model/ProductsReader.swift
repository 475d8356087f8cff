/// Reads the JSON of a products file.
enum ProductsReader {
    static func read(_ bytes: [UInt8]) throws(DocumentError) -> ProductsStorage {
        guard bytes.count <= ProductsDocument.maximumBytes else {
            throw DocumentError(.tooLarge(limit: ProductsDocument.maximumBytes), at: JSONPlace())
        }
        var reader = JSONReader(bytes)
        var collector = ProductsCollector(names: FieldNames(in: &reader.pool))
        var level: [Tag] = []
        var hasProducts = false
        try reader.readObject { reader, key throws(DocumentError) in
            guard key == collector.names.products else {
                return try collector.readTag(key, into: &level, &reader)
            }
            hasProducts = true
            try collector.readProducts(&reader)
        }
        try reader.finish()
        let names = collector.names
        let top = collector.store(level)
        func text(_ key: TextID) -> String? {
            level.first { $0.key == key }.map { reader.pool[$0.value] }
        }
        try reader.require(format: "products:1.0", found: text(names.format))
        guard hasProducts else { throw DocumentError(.missing("products"), at: JSONPlace()) }
        guard let contentID = text(names.contentID) else {
            throw DocumentError(.missing("content_id"), at: JSONPlace())
        }
        guard ContentID.isSafe(contentID) else {
            throw DocumentError(
                .contentID(contentID), at: JSONPlace([.member("content_id")]))
        }
        return ProductsStorage(
            reading: reader, collector, topTags: top, contentID: contentID)
    }
}
