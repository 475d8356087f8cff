/// What a region remembers of one source's catalogue, and what is about to replace it.
package struct CatalogueCache: Sendable, Codable, Equatable {
    /// The images selections are checked against; empty until a first fetch went well.
    package var catalogue = Catalogue()
    /// A fetched catalogue or failure, and when the region takes it in, in seconds since the epoch.
    package var pending: Pending?

    package init(catalogue: Catalogue = Catalogue()) { self.catalogue = catalogue }

    /// The outcome of a fetch that has not taken effect yet.
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
