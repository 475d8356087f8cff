/// Where a region learns what a boot source offers.
package protocol CatalogueProvider: Sendable {
    /// The catalogue of a source that is known without looking; nil when it has to be fetched.
    func known(_ url: String) -> Catalogue?

    /// Fetches the catalogue of a source, or says why that failed.
    func fetch(_ url: String) async -> Result<Catalogue, CatalogueFailure>
}

/// Why a catalogue could not be read, in the words a region's notification gives.
package struct CatalogueFailure: Error, Sendable, Codable, Equatable {
    package var reason: String

    package init(reason: String) { self.reason = reason }
}
