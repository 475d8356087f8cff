/// The metadata of a stream as one run uses it: fetched once, verified, read, and published as it
/// came.
struct StreamMetadata: Sendable {
    /// The index.
    let index: StreamIndex
    /// The products files, in the order of the index.
    let products: [ProductsDocument]
    /// What is published, byte for byte: products files, the index, in this order. A detached
    /// signature stands before its document.
    let documents: [StoredDocument]
    /// What the signatures cover, by path: the index and the products files. Empty unless asked for.
    let contents: [RelativePath: [UInt8]]
    /// What is remembered of all this.
    let trust: TrustRecord
    /// The times the index says its products files are of.
    let named: [String: UpdatedTime]
    /// What a person should know.
    let warnings: [MirrorWarning]
}
