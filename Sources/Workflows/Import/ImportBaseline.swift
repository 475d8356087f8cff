package import MAAS

/// What a region showed before an import, against which the import is judged.
package struct ImportBaseline: Sendable {
    package let notices: [Notification]
    /// The newest event; nil where events say nothing about imports (3.8) or cannot be read.
    package let lastEvent: Int?

    package init(notices: [Notification], lastEvent: Int?) {
        self.notices = notices
        self.lastEvent = lastEvent
    }

    /// Looks at the region now. Without permission to read events it does without them.
    package static func take(_ session: RegionSession) async throws(RegionError) -> ImportBaseline {
        let notices = try await session.client.notifications()
        guard !session.version.hasSourcePriorities,
            let newest = try? await session.client.events(limit: 1)
        else { return ImportBaseline(notices: notices, lastEvent: nil) }
        return ImportBaseline(notices: notices, lastEvent: newest.map(\.id).max() ?? 0)
    }
}
