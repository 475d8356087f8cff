package import MAAS

/// What a wait is for, and the patience it has.
package struct WaitGoal: Sendable {
    /// The images to wait for; empty to wait for whatever the region is fetching.
    package var wanted: [WantedImage]
    package var version: RegionVersion
    /// Addresses of the sources the images come from.
    package var sourceURLs: [String]
    /// Ids of the region's sources, by which notices are told to matter.
    package var sourceIDs: Set<Int>
    /// Whether an import was ordered, or starts by itself, just before the wait.
    package var expectsImport: Bool
    /// Notices that stood before the import.
    package var knownNotices: [Notification]
    package var deadline: Duration
    /// How long nothing may move.
    package var stall: Duration
    /// How long a region that shows no activity is watched before its stillness counts.
    package var settle: Duration

    package init(
        wanted: [WantedImage], version: RegionVersion, sourceURLs: [String] = [],
        sourceIDs: Set<Int> = [], expectsImport: Bool, knownNotices: [Notification] = [],
        deadline: Duration = .seconds(7200), stall: Duration = .seconds(600),
        settle: Duration = .seconds(15)
    ) {
        self.wanted = wanted
        self.version = version
        self.sourceURLs = sourceURLs
        self.sourceIDs = sourceIDs
        self.expectsImport = expectsImport
        self.knownNotices = knownNotices
        self.deadline = deadline
        self.stall = stall
        self.settle = settle
    }
}
