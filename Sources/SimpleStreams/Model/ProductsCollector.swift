/// Gathers what a products file says while it is read.
///
/// The names of the levels (`product_name` and so on) become tags of their level, which is where
/// SimpleStreams' flat view has them: over the level's own tags, under those of lower levels.
struct ProductsCollector {
    let names: FieldNames
    private(set) var tags: [Tag] = []
    private(set) var products: [ProductsStorage.ProductRecord] = []
    private(set) var versions: [ProductsStorage.VersionRecord] = []
    private(set) var items: [ProductsStorage.ItemRecord] = []

    init(names: FieldNames) {
        self.names = names
    }

    /// Stores the tags of one level, which are contiguous from then on.
    mutating func store(_ level: [Tag]) -> Range<Int> {
        let start = tags.count
        tags.append(contentsOf: level)
        return start..<tags.count
    }

    /// Reads the object of all products.
    mutating func readProducts(_ reader: inout JSONReader) throws(DocumentError) {
        try reader.readObject { reader, name throws(DocumentError) in
            try readProduct(&reader, name: name)
        }
    }

    private mutating func readProduct(
        _ reader: inout JSONReader, name: TextID
    ) throws(DocumentError) {
        var level: [Tag] = []
        let start = versions.count
        try reader.readObject { reader, key throws(DocumentError) in
            guard key == names.versions else { return try readTag(key, into: &level, &reader) }
            try reader.readObject { reader, version throws(DocumentError) in
                try readVersion(&reader, name: version)
            }
        }
        // Oldest first: SimpleStreams orders versions by the characters of their names.
        versions[start...].sort { left, right in
            reader.pool[left.name].utf8.lexicographicallyPrecedes(reader.pool[right.name].utf8)
        }
        set(names.productName, to: name, in: &level)
        products.append(.init(name: name, tags: store(level), versions: start..<versions.count))
    }

    private mutating func readVersion(
        _ reader: inout JSONReader, name: TextID
    ) throws(DocumentError) {
        var level: [Tag] = []
        let start = items.count
        try reader.readObject { reader, key throws(DocumentError) in
            guard key == names.items else { return try readTag(key, into: &level, &reader) }
            try reader.readObject { reader, item throws(DocumentError) in
                try readItem(&reader, name: item)
            }
        }
        set(names.versionName, to: name, in: &level)
        versions.append(.init(name: name, tags: store(level), items: start..<items.count))
    }

    private mutating func readItem(
        _ reader: inout JSONReader, name: TextID
    ) throws(DocumentError) {
        var level: [Tag] = []
        try reader.readObject { reader, key throws(DocumentError) in
            try readTag(key, into: &level, &reader)
        }
        set(names.itemName, to: name, in: &level)
        items.append(.init(name: name, tags: store(level)))
    }

    /// Reads a member that is a tag, unless it is no text at all.
    func readTag(
        _ key: TextID, into level: inout [Tag], _ reader: inout JSONReader
    ) throws(DocumentError) {
        if key == names.aliases { return try reader.refuseAliases() }
        try check(key, &reader)
        if let value = try reader.readTag() { level.append(Tag(key: key, value: value)) }
    }

    /// Tags that this module understands must be of the type it understands.
    private func check(_ key: TextID, _ reader: inout JSONReader) throws(DocumentError) {
        let isText =
            key == names.path || key == names.sha256 || key == names.contentID
            || key == names.format || key == names.updated || key == names.datatype
        guard isText || key == names.size else { return }
        let kind = try reader.nextKind()
        guard kind == .string || (kind == .number && !isText) else {
            throw reader.error(
                .wrongType(
                    expected: isText ? "a string" : "a count of bytes", found: kind.rawValue))
        }
    }

    private func set(_ key: TextID, to value: TextID, in level: inout [Tag]) {
        if let known = level.firstIndex(where: { $0.key == key }) {
            level[known].value = value
        } else {
            level.append(Tag(key: key, value: value))
        }
    }
}
