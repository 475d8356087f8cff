/// A notice a region shows to its users; the best source for why an import failed.
package struct Notification: Sendable, Equatable, Decodable {
    package let id: Int
    /// What the notice is about: `Image importer`, `Sync selection 3`; nil for hand-made ones.
    package let ident: String?
    /// `error`, `warning`, `success` or `info`.
    package let category: String
    /// HTML, with line breaks, links and escaped characters.
    package let message: String

    package init(id: Int, ident: String?, category: String, message: String) {
        self.id = id
        self.ident = ident
        self.category = category
        self.message = message
    }

    private enum CodingKeys: String, CodingKey {
        case id, ident, category, message
    }

    /// Whether the notice is about boot sources or images. Idents seen on 3.3 to 3.8.
    package var isAboutImages: Bool {
        guard let ident else { return false }
        return Self.imageIdents.contains { ident.hasPrefix($0) }
    }

    private static let imageIdents = [
        "Image importer", "Image synchronization", "maas-import-pxe-files",
        "bootresources_export_from_db", "commissioning_series_", "Image manifest fetcher",
        "Sync selection", "Boot sources availability",
    ]

    /// The message as plain text on one line.
    package var plainMessage: String { PlainText.from(html: message) }
}

extension RegionClient {
    /// The notices the key's user sees.
    package func notifications() async throws(RegionError) -> [Notification] {
        try await read("read the region's notices", "notifications/")
    }
}
