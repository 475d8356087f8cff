/// A rack controller, which before 3.5 keeps its own copy of the images.
package struct RackController: Sendable, Codable, Equatable {
    package var systemID: String
    package var hostname: String
    /// Whether the region reaches it.
    package var isConnected: Bool
    /// Versions of the sets the rack holds, by resource name and architecture (before 3.5).
    package var held: [String: String] = [:]
    /// When a synchronisation began, in seconds since the epoch; nil when none runs.
    package var syncStarted: Double?

    package init(systemID: String, hostname: String, isConnected: Bool = true) {
        self.systemID = systemID
        self.hostname = hostname
        self.isConnected = isConnected
    }
}
