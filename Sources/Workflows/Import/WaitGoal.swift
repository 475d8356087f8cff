package import MAAS

/// What a wait is for, and the patience it has.
package struct WaitGoal: Sendable {
    /// The images to wait for; empty to wait for whatever the region is fetching.
    package var wanted: [WantedImage]
    package var version: RegionVersion
    /// The addresses of the sources that an import reads for them, by id.
    package var sources: [Int: String]
    /// Whether an import was ordered, or starts by itself, just before the wait.
    package var expectsImport: Bool
    /// Whether an import ran already when the watch was prepared, so that its start is not seen.
    package var joinsImport: Bool
    /// Notices that stood before the import.
    package var knownNotices: [Notification]
    package var deadline: Duration
    /// How long nothing may move.
    package var stall: Duration
    /// How long a region that shows no activity is watched before its stillness counts.
    package var settle: Duration

    package init(
        wanted: [WantedImage], version: RegionVersion, sources: [Int: String] = [:],
        expectsImport: Bool, joinsImport: Bool = false, knownNotices: [Notification] = [],
        deadline: Duration = .seconds(7200), stall: Duration = .seconds(600),
        settle: Duration = .seconds(15)
    ) {
        self.wanted = wanted
        self.version = version
        self.sources = sources
        self.expectsImport = expectsImport
        self.joinsImport = joinsImport
        self.knownNotices = knownNotices
        self.deadline = deadline
        self.stall = stall
        self.settle = settle
    }
}
