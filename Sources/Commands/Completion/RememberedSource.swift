internal import MAAS

/// A boot source as it was last seen: what it takes to name it.
struct RememberedSource: Sendable, Equatable, Codable {
    let id: Int
    let url: String
    /// Nil where regions have no names for sources (before MAAS 3.8).
    let name: String?

    init(id: Int, url: String, name: String? = nil) {
        self.id = id
        self.url = url
        self.name = name
    }

    init(_ source: BootSource) {
        self.init(id: source.id, url: source.url, name: source.management?.name)
    }
}
