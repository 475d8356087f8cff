/// A change to what the documents say, made before they are signed: the signature is good and the
/// content is what is wrong.
enum StreamEdit: Sendable, Hashable {
    /// One item has this path.
    case itemPath(String)
    /// One item's size is this JSON text.
    case itemSize(String)
    /// The index names a products document at this path.
    case productsPath(String)
    /// The Ubuntu images have this content id.
    case contentID(String)
    /// Every document says it is of this time.
    case updated(String)
    /// Keys are there twice, the second time with another value.
    case duplicateKeys
    /// Every document has so many arrays within one another.
    case deep(Int)
    /// There are no boot loaders.
    case withoutBootloaders
    /// There is nothing of this release.
    case withoutRelease(String)

    /// An object in a document that edits reach.
    enum Place: Hashable {
        case index
        /// The index's entry for a content id.
        case entry(String)
        /// The products document of a content id.
        case products(String)
        /// The item that faults befall: the newest squashfs of the first Ubuntu product.
        case victim
    }

    /// What this edit leaves of the published content ids.
    func reduced(_ contents: [SampleContentID]) -> [SampleContentID] {
        switch self {
        case .withoutBootloaders:
            contents.filter { !$0.name.hasSuffix(":bootloader-download") }
        case .withoutRelease(let release):
            contents.map { content in
                SampleContentID(
                    name: content.name,
                    products: content.products.filter { $0.tags["release"] != release })
            }
        default: contents
        }
    }

    /// The members of the object at `place`, after this edit.
    func members(
        of place: Place, _ members: [(key: String, value: StreamJSON)]
    ) -> [(key: String, value: StreamJSON)] {
        switch (self, place) {
        case (.itemPath(let path), .victim):
            Self.replace("path", with: .string(path), in: members)
        case (.itemSize(let size), .victim):
            Self.replace("size", with: .verbatim(size), in: members)
        case (.productsPath(let path), .entry(let id)) where Self.isUbuntu(id):
            Self.replace("path", with: .string(path), in: members)
        case (.duplicateKeys, .victim):
            members + [
                ("sha256", .string(String(repeating: "0", count: 64))),
                ("path", .string("duplicate/squashfs")),
            ]
        case (.duplicateKeys, .entry(let id)) where Self.isUbuntu(id):
            members + [("path", .string("streams/v1/duplicate.sjson"))]
        case (.deep(let levels), .index), (.deep(let levels), .products):
            members + [("nested", .verbatim(Self.nested(levels)))]
        default: members
        }
    }

    /// Whether the content id is that of the Ubuntu images.
    static func isUbuntu(_ contentID: String) -> Bool { contentID.hasSuffix(":v3:download") }

    private static func replace(
        _ key: String, with value: StreamJSON, in members: [(key: String, value: StreamJSON)]
    ) -> [(key: String, value: StreamJSON)] {
        members.map { ($0.key, $0.key == key ? value : $0.value) }
    }

    /// A hundred brackets a line, for gpg cuts lines off at 20,000 bytes when it clearsigns.
    private static func nested(_ levels: Int) -> String {
        let lines = [Int](repeating: 100, count: levels / 100) + [levels % 100]
        return ["[", "]"].map { bracket in
            lines.map { String(repeating: bracket, count: $0) }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

extension [StreamEdit] {
    /// The members of the object at `place`, after all edits.
    func members(
        of place: StreamEdit.Place, _ members: [(key: String, value: StreamJSON)]
    ) -> [(key: String, value: StreamJSON)] {
        reduce(members) { $1.members(of: place, $0) }
    }

    /// The content id that documents give for `name`.
    func contentID(_ name: String) -> String {
        for case .contentID(let id) in self where StreamEdit.isUbuntu(name) { return id }
        return name
    }
}
