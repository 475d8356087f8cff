package import MAAS

/// What a region showed before an import, against which the import is judged.
package struct ImportBaseline: Sendable {
    package let notices: [Notification]
    /// The newest event; nil where events say nothing about imports (3.8) or cannot be read.
    package let lastEvent: Int?
    /// Whether an import ran already.
    package let importing: Bool

    package init(notices: [Notification], lastEvent: Int?, importing: Bool = false) {
        self.notices = notices
        self.lastEvent = lastEvent
        self.importing = importing
    }

    /// Looks at the region now. Without permission to read events it does without them.
    package static func take(_ session: RegionSession) async throws -> ImportBaseline {
        async let notices = session.client.notifications()
        async let importing = session.client.isImporting()
        let lastEvent = try await lastEvent(session)
        return ImportBaseline(
            notices: try await notices, lastEvent: lastEvent, importing: try await importing)
    }

    private static func lastEvent(_ session: RegionSession) async throws(RegionError) -> Int? {
        guard !session.version.hasSourcePriorities else { return nil }
        do {
            return try await session.client.events(limit: 1).map(\.id).max() ?? 0
        } catch {
            guard case .forbidden = error.reason else { throw error }
            return nil
        }
    }

    /// The same for a region whose sources were changed since: an import that ran already has to
    /// begin anew (up to 3.7 it does so by itself).
    func afterChange() -> ImportBaseline {
        ImportBaseline(notices: notices, lastEvent: lastEvent, importing: false)
    }
}
