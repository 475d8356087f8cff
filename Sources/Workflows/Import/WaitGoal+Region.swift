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
        let sources = try await RegionStatus.Source.read(session).filter(\.isEnabled)
        var wanted: [WantedImage] = []
        // 3.8 takes an image that several sources offer from the one of highest priority, older
        // regions from the first.
        let ranked = sources.sorted { ($1.priority, $0.source.id) < ($0.priority, $1.source.id) }
        for item in ranked where !item.selections.isEmpty {
            let catalogue = await offers.catalogue(of: item.source)
            wanted += WantedImage.from(item.selections) { catalogue?.versions(of: $0) }
        }
        // Up to 3.7 an import reads every source, 3.8 only those with selections.
        let read = sources.filter {
            !session.version.hasSourcePriorities || !$0.selections.isEmpty
        }
        return WaitGoal(
            wanted: distinct(wanted), version: session.version,
            sources: Dictionary(
                read.map { ($0.source.id, $0.source.url) }, uniquingKeysWith: { one, _ in one }),
            expectsImport: expectsImport, joinsImport: baseline.importing,
            knownNotices: baseline.notices)
    }

    /// Each image once, as its first source offers it.
    private static func distinct(_ images: [WantedImage]) -> [WantedImage] {
        var names: Set<String> = []
        return images.filter { names.insert($0.name).inserted }
    }
}
