package import FoundationEssentials

/// What a run did.
package struct MirrorOutcome: Sendable {
    /// The plan it followed.
    package let plan: MirrorPlan
    /// What became of each file that was to be fetched.
    package let results: [FileResult]
    /// Whether the mirror is now what the plan wanted. False: nothing new was published, and what
    /// was published before is unchanged.
    package let isPublished: Bool
    /// Files deleted.
    package let removed: [RelativePath]
    /// What a person should know, the plan's warnings included.
    package let warnings: [MirrorWarning]
    /// The key that signed; nil when verification was skipped.
    package let signer: Fingerprint?
    /// When the run ended.
    package let finished: Date

    /// Files that were not fetched.
    package var failures: [FileResult] { results.filter { $0.failure != nil } }
    /// Bytes received for items.
    package var bytesFetched: Int64 { results.reduce(0) { $0 + $1.received } }
    /// Whether all that failed may succeed later.
    package var failuresAreTemporary: Bool {
        failures.allSatisfy { $0.failure?.isTemporary == true }
    }
    /// Whether anything in the mirror changed, or in what it records: filters, and what is to go.
    package var isChanged: Bool {
        !removed.isEmpty || results.contains { $0.failure == nil }
            || (isPublished && !plan.isUpToDate)
    }
}
