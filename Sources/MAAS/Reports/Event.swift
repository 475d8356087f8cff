internal import Transport

/// An entry of a region's event log.
package struct Event: Sendable, Equatable, Decodable {
    package let id: Int
    package let level: String
    /// `Region import info`, `Region import warning`, `Region import error` for images.
    package let type: String
    package let description: String
    /// `Fri, 21 Aug. 2026 10:00:00`, in the region's zone.
    package let created: String
    package let hostname: String?

    /// Whether the event tells of an image import on the region.
    package var isAboutImport: Bool { type.hasPrefix("Region import") }
}

private struct EventPage: Decodable {
    let events: [Event]
}

extension RegionClient {
    /// The newest events first.
    ///
    /// - Parameters:
    ///   - after: only events with a higher id.
    ///   - limit: at most 1000; regions refuse more. Import progress has level DEBUG, so that is
    ///     what is asked for.
    package func events(after: Int? = nil, limit: Int = 100) async throws(RegionError) -> [Event] {
        var query = [
            FormField("op", "query"), FormField("level", "DEBUG"), FormField("limit", "\(limit)"),
        ]
        if let after { query.append(FormField("after", "\(after)")) }
        let page: EventPage = try await read("read the region's events", "events/", query: query)
        return page.events
    }
}
