/// Makes metadata say what a mirror holds and no more: products, versions and items that are not
/// mirrored are left out, everything else is kept as it was written.
enum MetadataReduction {
    /// A products file that names these products only, with these versions and items.
    static func products(
        _ content: [UInt8], keeping products: HeldNames.Products
    ) throws(DocumentError) -> [UInt8] {
        var reader = JSONReader(content)
        var copy = JSONCopy()
        try copy.object(&reader) { member in
            guard member == "products" else { return .copy }
            return .rewrite { copy, reader throws(DocumentError) in
                try copy.object(&reader) { name in
                    guard let versions = products[ExactName(name)] else { return .drop }
                    return .rewrite { copy, reader throws(DocumentError) in
                        try product(&copy, &reader, versions)
                    }
                }
            }
        }
        try reader.finish()
        return copy.text
    }

    private static func product(
        _ copy: inout JSONCopy, _ reader: inout JSONReader, _ versions: HeldNames.Versions
    ) throws(DocumentError) {
        try copy.object(&reader) { member in
            guard member == "versions" else { return .copy }
            return .rewrite { copy, reader throws(DocumentError) in
                try copy.object(&reader) { name in
                    guard let items = versions[ExactName(name)] else { return .drop }
                    return .rewrite { copy, reader throws(DocumentError) in
                        try version(&copy, &reader, items)
                    }
                }
            }
        }
    }

    private static func version(
        _ copy: inout JSONCopy, _ reader: inout JSONReader, _ items: HeldNames.Items
    ) throws(DocumentError) {
        try copy.object(&reader) { member in
            guard member == "items" else { return .copy }
            return .rewrite { copy, reader throws(DocumentError) in
                try copy.object(&reader) { items.contains(ExactName($0)) ? .copy : .drop }
            }
        }
    }

    /// An index that names products files of which something is held, each at a path of its own.
    ///
    /// - Parameter places: the paths by content id.
    static func index(
        _ content: [UInt8], keeping held: HeldNames, at places: [ExactName: RelativePath]
    ) throws(DocumentError) -> [UInt8] {
        var reader = JSONReader(content)
        var copy = JSONCopy()
        try copy.object(&reader) { member in
            guard member == "index" else { return .copy }
            return .rewrite { copy, reader throws(DocumentError) in
                try copy.object(&reader) { contentID in
                    guard let path = places[ExactName(contentID)],
                        let products = held.products(of: contentID)
                    else { return .drop }
                    return .rewrite { copy, reader throws(DocumentError) in
                        try entry(&copy, &reader, path, products)
                    }
                }
            }
        }
        try reader.finish()
        return copy.text
    }

    private static func entry(
        _ copy: inout JSONCopy, _ reader: inout JSONReader, _ path: RelativePath,
        _ products: HeldNames.Products
    ) throws(DocumentError) {
        try copy.object(&reader) { member in
            switch member {
            case "path":
                .rewrite { copy, reader throws(DocumentError) in
                    try reader.skipValue()
                    copy.string(path.text)
                }
            case "products":
                .rewrite { copy, reader throws(DocumentError) in
                    try copy.strings(&reader) { products[ExactName($0)] != nil }
                }
            default: .copy
            }
        }
    }
}
