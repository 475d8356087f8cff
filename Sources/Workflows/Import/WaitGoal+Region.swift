internal import MAAS

extension WaitGoal {
    /// The goal of having what the selections of all enabled sources name.
    ///
    /// - Parameter offers: what the sources' streams offer, as far as they can be read from here; by
    ///   that an image left from before is told from the one that is waited for.
    package static func selected(
        on session: RegionSession, baseline: ImportBaseline, expectsImport: Bool,
        offers: SourceOffers
    ) async throws -> WaitGoal {
        let sources = try await session.client.bootSources()
        var wanted: [WantedImage] = []
        for source in sources where source.management?.enabled != false {
            let selections = try await session.client.selections(of: source.id)
            guard !selections.isEmpty else { continue }
            let catalogue = await offers.catalogue(of: source)
            wanted += WantedImage.from(selections) { catalogue?.version(of: $0) }
        }
        return WaitGoal(
            wanted: distinct(wanted), version: session.version, sourceURLs: sources.map(\.url),
            sourceIDs: Set(sources.map(\.id)), expectsImport: expectsImport,
            knownNotices: baseline.notices)
    }

    /// Two sources can select the same image; either's version will do.
    private static func distinct(_ images: [WantedImage]) -> [WantedImage] {
        var names: Set<String> = []
        return images.filter { names.insert($0.name).inserted }
    }
}
