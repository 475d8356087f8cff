internal import MAAS

extension WaitGoal {
    /// The goal of having what the selections of all enabled sources name.
    ///
    /// - Parameter offered: the newest version of an image in the source with that id, where its
    ///   stream could be read.
    package static func selected(
        on session: RegionSession, baseline: ImportBaseline, expectsImport: Bool,
        offered: @Sendable (Int, WantedImage) -> String? = { _, _ in nil }
    ) async throws -> WaitGoal {
        let sources = try await session.client.bootSources()
        var wanted: [WantedImage] = []
        for source in sources where source.management?.enabled != false {
            let selections = try await session.client.selections(of: source.id)
            wanted += WantedImage.from(selections) { offered(source.id, $0) }
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
