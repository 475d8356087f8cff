/// What a region remembers of one source's catalogue, and what is about to replace it.
package struct CatalogueCache: Sendable, Codable, Equatable {
    /// The images selections are checked against; empty until a first fetch went well.
    package var catalogue = Catalogue()
    /// Why the last fetch failed; nil when it went well or none was made.
    package var failure: CatalogueFailure?
    /// A fetched catalogue or failure that has not taken effect yet.
    package var pending: Pending?

    package init(catalogue: Catalogue = Catalogue()) { self.catalogue = catalogue }

    /// The outcome of a fetch, and when it takes effect, in seconds since the epoch.
    package struct Pending: Sendable, Codable, Equatable {
        package var due: Double
        package var outcome: Outcome
    }

    /// How a fetch ended.
    package enum Outcome: Sendable, Codable, Equatable {
        case images(Catalogue)
        case failed(CatalogueFailure)

        init(_ result: Result<Catalogue, CatalogueFailure>) {
            switch result {
            case .success(let catalogue): self = .images(catalogue)
            case .failure(let failure): self = .failed(failure)
            }
        }
    }
}
