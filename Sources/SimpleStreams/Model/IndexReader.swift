/// Reads the JSON of an index.
enum IndexReader {
    static func read(_ bytes: [UInt8]) throws(DocumentError) -> StreamIndex {
        guard bytes.count <= StreamIndex.maximumBytes else {
            throw DocumentError(.tooLarge(limit: StreamIndex.maximumBytes), at: JSONPlace())
        }
        var reader = JSONReader(bytes)
        var format: String?
        var updated: String?
        var entries: [StreamIndex.Entry]?
        try reader.readObject { reader, key throws(DocumentError) in
            switch reader.pool[key] {
            case "format": format = try reader.readString()
            case "updated": updated = try reader.readString()
            case "index": entries = try readEntries(&reader)
            case "_aliases": try reader.refuseAliases()
            default: try reader.skipValue()
            }
        }
        try reader.finish()
        try reader.require(format: "index:1.0", found: format)
        guard let entries else { throw DocumentError(.missing("index"), at: JSONPlace()) }
        return StreamIndex(updated: updated, entries: entries)
    }

    private static func readEntries(
        _ reader: inout JSONReader
    ) throws(DocumentError) -> [StreamIndex.Entry] {
        var entries: [StreamIndex.Entry] = []
        try reader.readObject { reader, key throws(DocumentError) in
            let contentID = reader.pool[key]
            guard ContentID.isSafe(contentID) else {
                throw reader.error(.contentID(contentID))
            }
            entries.append(try readEntry(&reader, contentID: contentID))
        }
        return entries
    }

    private static func readEntry(
        _ reader: inout JSONReader, contentID: String
    ) throws(DocumentError) -> StreamIndex.Entry {
        var texts: [String: String] = [:]
        var path: RelativePath?
        var products: [String] = []
        try reader.readObject { reader, key throws(DocumentError) in
            let name = reader.pool[key]
            switch name {
            case "path": path = try readPath(&reader)
            case "format", "datatype", "updated":
                texts[name] = try reader.readString()
            case "products":
                try reader.readArray { reader throws(DocumentError) in
                    products.append(try reader.readString())
                }
            default: try reader.skipValue()
            }
        }
        guard let path else { throw reader.error(.missing("path")) }
        return StreamIndex.Entry(
            contentID: contentID, datatype: texts["datatype"], format: texts["format"],
            path: path, updated: texts["updated"], products: products)
    }

    private static func readPath(
        _ reader: inout JSONReader
    ) throws(DocumentError) -> RelativePath {
        let text = try reader.readString()
        do throws(PathRefusal) {
            return try RelativePath(metadata: text)
        } catch {
            throw reader.error(.path(error))
        }
    }
}

extension JSONReader {
    /// Refuses a document that abbreviates by aliases; an empty table of them is harmless.
    mutating func refuseAliases() throws(DocumentError) {
        let kind = try nextKind()
        guard kind == .object else { return try skipValue() }
        let start = position
        try skipValue()
        let isEmpty = bytes[start..<position].allSatisfy { " \t\r\n{}".utf8.contains($0) }
        guard isEmpty else { throw error(.aliases) }
    }

    /// Makes sure that the document says the format that was expected.
    func require(format expected: String, found: String?) throws(DocumentError) {
        guard let found else { throw DocumentError(.missing("format"), at: JSONPlace()) }
        guard found == expected else {
            throw DocumentError(
                .wrongFormat(expected: expected, found: found),
                at: JSONPlace([.member("format")]))
        }
    }
}
