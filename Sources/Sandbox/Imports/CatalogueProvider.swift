/// Where a region learns what a boot source offers, and gets it.
package protocol CatalogueProvider: Sendable {
    /// What a source offers, or why that cannot be read, where it is known without looking; nil when
    /// the catalogue has to be fetched.
    func known(_ order: FetchOrder) -> Result<Catalogue, CatalogueFailure>?

    /// Fetches the catalogue of a source, or says why that failed.
    func fetch(_ order: FetchOrder) async -> Result<Catalogue, CatalogueFailure>

    /// Fetches the files an import is about to show as arriving, and says which did not.
    func download(_ order: DownloadOrder) async -> DownloadOutcome
}

extension CatalogueProvider {
    /// Every file arrives.
    package func download(_ order: DownloadOrder) async -> DownloadOutcome { DownloadOutcome() }
}

/// Why a catalogue could not be read.
package struct CatalogueFailure: Error, Sendable, Codable, Equatable, CustomStringConvertible {
    /// The words of a region's notification, before HTML escaping.
    package var reason: String
    /// Whether regions up to 3.7 keep the failure to themselves, as for a signature by a wrong key.
    package var isSilent: Bool

    package init(reason: String, isSilent: Bool = false) {
        self.reason = reason
        self.isSilent = isSilent
    }

    package var description: String { reason }
}
