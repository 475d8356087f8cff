package import MAAS

/// A region at a glance.
package struct RegionStatus: Sendable {
    package let url: String
    package let version: RegionVersion
    package let sources: [Source]
    package let images: [ImageState]
    package let importing: Bool
    package let autoImport: Bool
    /// Notices about sources and images that stand now.
    package let notices: [Notification]
    /// Selected images that are not there, or not complete.
    package let missing: [WantedImage]

    /// Reads it all, the parts side by side.
    package static func read(_ session: RegionSession) async throws -> RegionStatus {
        var observer = RegionObserver(
            session: session, lastEvent: nil, stopwatch: Stopwatch(ContinuousClock()))
        async let sources = Source.read(session)
        async let autoImport = session.client.setting(.bootImagesAutoImport)
        let seen = try await observer.observe()
        let found = try await sources
        let wanted = WantedImage.from(found.filter(\.isEnabled).flatMap(\.selections))
        return RegionStatus(
            url: session.client.url, version: session.version, sources: found,
            images: seen.images, importing: seen.importing, autoImport: try await autoImport.isTrue,
            notices: seen.notices.filter(\.isAboutImages),
            missing: wanted.filter { image in
                let held = seen.images.filter(image.matches)
                return held.isEmpty || held.contains { !$0.complete }
            })
    }
}
