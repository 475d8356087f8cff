internal import FoundationEssentials

extension DirectoryStore {
    /// What `sstream-mirror` wrote down in `.data`: a products file of what it holds for each
    /// content id, and `references.json` for all files. Whatever cannot be understood there is
    /// left out, for only what is named with certainty may ever be deleted.
    package func foreignHoldings() throws(StoreError) -> [ForeignFile] {
        var files: [RelativePath: ForeignFile] = [:]
        for name in try tree.names(in: [MirrorLayout.foreignDirectory]) {
            guard let path = try? RelativePath("\(MirrorLayout.foreignDirectory)/\(name)"),
                let bytes = try tree.contents(of: path, limit: ProductsDocument.maximumBytes)
            else { continue }
            let found =
                name == MirrorLayout.foreignReferences
                ? Self.references(in: bytes) : Self.holdings(in: bytes)
            for file in found { files[file.path] = file.joined(with: files[file.path]) }
        }
        return files.values.sorted { $0.path < $1.path }
    }

    private static func references(in bytes: [UInt8]) -> [ForeignFile] {
        guard let users = try? JSONDecoder().decode([String: [Ignored]].self, from: Data(bytes))
        else { return [] }
        return users.keys.compactMap { text in
            (try? RelativePath(item: text)).map { ForeignFile(path: $0, entry: nil) }
        }
    }

    private static func holdings(in bytes: [UInt8]) -> [ForeignFile] {
        guard let document = try? ProductsDocument(parsing: bytes) else { return [] }
        return document.items.compactMap { item in
            (try? item.file()).flatMap { $0 }.map { file in
                ForeignFile(path: file.path, entry: file, products: [item.name.product])
            }
        }
    }

    /// Any JSON value, not looked at.
    private struct Ignored: Decodable {
        init(from decoder: any Decoder) {}
    }
}

extension ForeignFile {
    /// What both say of the same file.
    fileprivate func joined(with other: ForeignFile?) -> ForeignFile {
        guard let other else { return self }
        return ForeignFile(
            path: path, entry: other.entry ?? entry, products: products.union(other.products))
    }
}
