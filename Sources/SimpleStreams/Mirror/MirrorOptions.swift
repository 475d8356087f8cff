package import FoundationEssentials

/// How a run goes about its work.
package struct MirrorOptions: Sendable {
    /// Where the index is.
    package var indexPath = defaultIndexPath
    /// Items fetched at once.
    package var transfers = 12
    /// How often a file is tried before it counts as failed.
    package var retry = RetryPolicy()
    /// How long a transfer may stand still before it is broken off and tried again.
    package var idleLimit: Duration = .seconds(60)
    /// How long files no longer needed stay after the metadata that named them was replaced.
    package var grace: TimeInterval = 86400
    /// Reads and hashes every file instead of trusting size and time.
    package var readsAll = false
    /// What becomes of parts recorded before.
    package var partChange = PartChange.automatic
    /// Whether the place may change from another upstream to this one.
    package var changesUpstream = false
    /// The file of the keyring that was named for upstream's signatures; nil for the system's. Noted
    /// for runs that nobody starts by hand.
    package var keyring: String?
    /// What is allowed of metadata's age and origin.
    package var trust = TrustPolicy()
    /// Bytes that must stay free.
    package var spaceMargin: Int64 = 256 << 20
    /// How long to wait for another process that writes to the mirror.
    package var lockWait: Duration = .zero

    /// The defaults.
    package init() {}

    /// `streams/v1/index.sjson`.
    package static var defaultIndexPath: RelativePath {
        guard let path = try? RelativePath(metadata: "streams/v1/index.sjson") else {
            preconditionFailure("a plain path")
        }
        return path
    }
}
