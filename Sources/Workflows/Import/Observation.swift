package import MAAS

/// What a region showed at one moment of an import.
package struct Observation: Sendable, Equatable {
    /// Time since the watch began.
    package let elapsed: Duration
    /// What `is_importing` said.
    package let importing: Bool
    package let images: [ImageState]
    package let notices: [Notification]
    /// Import events that came since the observation before; nil where the region logs none (3.8)
    /// or does not show them.
    package let events: [Event]?

    package init(
        elapsed: Duration, importing: Bool, images: [ImageState], notices: [Notification],
        events: [Event]? = nil
    ) {
        self.elapsed = elapsed
        self.importing = importing
        self.images = images
        self.notices = notices
        self.events = events
    }
}
