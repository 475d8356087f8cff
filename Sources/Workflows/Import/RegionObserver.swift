internal import MAAS

/// Reads from a region what readiness is judged by.
struct RegionObserver: Sendable {
    let session: RegionSession
    let baseline: ImportBaseline
    let stopwatch: Stopwatch

    func observe() async throws -> Observation {
        let elapsed = stopwatch.elapsed
        async let importing = session.client.isImporting()
        async let notices = session.client.notifications()
        let events = await importEvents()
        let images = try await images()
        return Observation(
            elapsed: elapsed, importing: try await importing, images: images,
            notices: try await notices, events: events)
    }

    private func importEvents() async -> [Event]? {
        guard let last = baseline.lastEvent else { return nil }
        return try? await session.client.events(after: last).filter(\.isAboutImport)
    }

    /// The newest set of every synced image; uploaded ones take no part in an import.
    private func images() async throws -> [ImageState] {
        try await ImageReading(session.client).all { $0.type == "Synced" }.map(ImageState.init)
    }
}
