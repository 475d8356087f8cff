/// A version of a product that a mirror holds, with what people look for.
package struct Holding: Hashable, Sendable, Codable {
    /// The content id of its products file.
    package let contentID: String
    /// The product.
    package let product: String
    /// The version.
    package let version: String
    /// Operating system, as the stream says: `ubuntu`.
    package let os: String?
    /// Release: `noble`. Boot loaders have none.
    package let release: String?
    /// Architecture: `amd64`.
    package let arch: String?
    /// Sub-architecture: `ga-24.04`.
    package let subarch: String?
    /// Label: `stable`.
    package let label: String?
    /// Its files; some belong to other products as well.
    package let paths: [RelativePath]

    enum CodingKeys: String, CodingKey {
        case contentID = "content_id"
        case product, version, os, release, arch, subarch, label, paths
    }

    init(_ selected: Selected.Version, of product: Product, contentID: String) {
        let version = selected.version
        self.contentID = contentID
        self.product = product.name
        self.version = version.name
        os = version["os"]
        release = version["release"]
        arch = version["arch"]
        subarch = version["subarch"]
        label = version["label"]
        var seen: Set<RelativePath> = []
        paths = selected.items.compactMap { item in
            (try? item.file()).flatMap { $0?.path }
        }.filter { seen.insert($0).inserted }
    }

    private init(_ one: Holding, paths: [RelativePath]) {
        contentID = one.contentID
        product = one.product
        version = one.version
        os = one.os
        release = one.release
        arch = one.arch
        subarch = one.subarch
        label = one.label
        self.paths = paths
    }

    /// The same version with the files both have of it.
    func joined(with other: Holding) -> Holding {
        let known = Set(paths)
        return Holding(self, paths: paths + other.paths.filter { !known.contains($0) })
    }

    /// Whether both are of the same version of the same product.
    func isSameVersion(as other: Holding) -> Bool {
        version == other.version && product == other.product && contentID == other.contentID
    }

    /// What the content id says it is about.
    package var kind: ContentKind { ContentKind(contentID: contentID) }
}
