internal import MAAS

/// Reads from a region what readiness is judged by.
struct RegionObserver: Sendable {
    private let session: RegionSession
    private let stopwatch: Stopwatch
    /// The newest event seen; nil where events are not looked at.
    private var lastEvent: Int?

    init(session: RegionSession, lastEvent: Int?, stopwatch: Stopwatch) {
        self.session = session
        self.lastEvent = lastEvent
        self.stopwatch = stopwatch
    }

    /// Looks at the region now, all parts side by side.
    mutating func observe() async throws -> Observation {
        let elapsed = stopwatch.elapsed
        let (session, last) = (session, lastEvent)
        async let importing = session.client.isImporting()
        async let notices = session.client.notifications()
        async let events = Self.events(session, after: last)
        let images = try await Self.images(session)
        let observation = Observation(
            elapsed: elapsed, importing: try await importing, images: images,
            notices: try await notices, events: try await events?.filter(\.isAboutImport))
        // Only now: when a part failed, the next look asks for these events again.
        if let newest = try await events?.map(\.id).max() { lastEvent = newest }
        return observation
    }

    private static func events(_ session: RegionSession, after last: Int?) async throws -> [Event]?
    {
        guard let last else { return nil }
        return try await session.client.events(after: last, limit: 1000)
    }

    /// The sets of every synced image; uploaded ones take no part in an import.
    private static func images(_ session: RegionSession) async throws -> [ImageState] {
        try await ImageReading(session.client).all { $0.type == "Synced" }.map(ImageState.init)
    }
}
