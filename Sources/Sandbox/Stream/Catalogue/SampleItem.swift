/// One file of the stream, as its products document tells of it.
struct SampleItem: Sendable {
    /// The item's name within its version, such as `squashfs`.
    let name: String
    /// The tag `ftype`.
    let ftype: String
    /// Where the file is, below the line's root.
    let path: String
    let size: Int
    /// Lower-case hexadecimal.
    let sha256: String
    /// Tags beside ftype, path, sha256 and size.
    let tags: [String: String]
}

/// One version of a product.
struct SampleVersion: Sendable {
    let name: String
    let items: [SampleItem]
}

/// One product with its tags and its published versions, oldest first.
struct SampleProduct: Sendable {
    let name: String
    let tags: [String: String]
    let versions: [SampleVersion]
}

/// The products that share a document.
struct SampleContentID: Sendable {
    /// The content id, which also names the document.
    let name: String
    let products: [SampleProduct]
}
