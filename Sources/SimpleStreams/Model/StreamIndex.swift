/// The index of a stream (`index:1.0`): which products files there are, and where.
package struct StreamIndex: Sendable {
    /// One products file.
    package struct Entry: Sendable {
        /// What it is about; also its key in the index.
        package let contentID: String
        /// `image-ids` in every MAAS stream.
        package let datatype: String?
        /// `products:1.0`, or `index:1.0` for an index within the index.
        package let format: String?
        /// Where the products file is.
        package let path: RelativePath
        /// When it was last changed, as written: RFC 2822, see `UpdatedTime`.
        package let updated: String?
        /// The products the index says are in it.
        package let products: [String]

        /// What the content id says it is about.
        package var kind: ContentKind { ContentKind(contentID: contentID) }
    }

    /// Bytes in the largest index read. Real ones have some tens of thousands.
    package static let maximumBytes = 16 << 20

    /// When the index was last changed, as written: RFC 2822, see `UpdatedTime`.
    package let updated: String?
    /// The products files, in the order of the document.
    package let entries: [Entry]

    /// Reads an index from JSON.
    package init(parsing bytes: [UInt8]) throws(DocumentError) {
        self = try IndexReader.read(bytes)
    }

    init(updated: String?, entries: [Entry]) {
        self.updated = updated
        self.entries = entries
    }
}

extension StreamIndex.Entry {
    /// Makes sure that a products file is the one this entry names.
    package func check(_ document: ProductsDocument) throws(DocumentError) {
        guard document.contentID.utf8.elementsEqual(contentID.utf8) else {
            throw DocumentError(
                .contentIDMismatch(expected: contentID, found: document.contentID),
                at: JSONPlace([.member("content_id")]))
        }
    }
}
