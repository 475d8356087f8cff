package import FoundationEssentials

/// What a run would do, as a value: nothing has been changed when it is there.
package struct MirrorPlan: Sendable {
    /// A file to fetch.
    package struct Fetch: Hashable, Sendable {
        /// Why a file is fetched.
        package enum Reason: String, Hashable, Sendable, Codable {
            /// The mirror never had it.
            case new
            /// The mirror had it and it is gone.
            case missing
            /// It is there with the wrong size.
            case size
            /// It is there with the wrong content.
            case content
            /// Upstream published other content under the same path, or may have: what stands there
            /// keeps its name until the new metadata is published.
            case replaced
        }

        /// The file.
        package let file: FileEntry
        /// Why.
        package let reason: Reason
        /// Bytes of it held from an earlier run.
        package let held: Int64
    }

    /// A file to delete.
    package struct Removal: Hashable, Sendable {
        /// The file as it was recorded.
        package let file: FileEntry
        /// When it may go: a time set by an earlier run, or nil for the grace time after this run
        /// publishes.
        package let due: Date?
    }

    /// Files to fetch, in the order of the metadata.
    package let fetches: [Fetch]
    /// Files that are there and right.
    package let kept: [FileEntry]
    /// Versions that left upstream and stay.
    package let retained: [Holding]
    /// Files that no part selects any more.
    package let removals: [Removal]
    /// All metadata, products files first, the index last.
    package let documents: [StoredDocument]
    /// Those of `documents` that differ from what is published.
    package let changedDocuments: [StoredDocument]
    /// The versions the mirror holds afterwards.
    package let holdings: [Holding]
    /// The parts the mirror has afterwards.
    package let parts: [MirrorPart]
    /// Parts the new one took the place of.
    package let replacedParts: [MirrorPart]
    /// What a person should know.
    package let warnings: [MirrorWarning]
    /// The site's own signature that the documents get; nil when they carry upstream's.
    package let site: SiteSignature?
    /// Files to record as the mirror's own though another tool brought them.
    let adopted: [FileEntry]
    /// The state of each kept file.
    let stored: [RelativePath: StoredItem]

    /// The site's own signature on a mirror.
    package struct SiteSignature: Hashable, Sendable {
        /// The key that was asked for.
        package let choice: SigningChoice
        /// Its fingerprint; nil when the key is still to be made.
        package let fingerprint: Fingerprint?
    }

    /// The same plan with other documents, which are compared with what is published now.
    func publishing(
        _ documents: [StoredDocument], over published: [RelativePath: [UInt8]]
    ) -> MirrorPlan {
        MirrorPlan(
            fetches: fetches, kept: kept, retained: retained, removals: removals,
            documents: documents,
            changedDocuments: documents.filter { published[$0.path] != $0.bytes },
            holdings: holdings, parts: parts, replacedParts: replacedParts, warnings: warnings,
            site: site, adopted: adopted, stored: stored)
    }

    /// Bytes to move.
    package var bytesToFetch: Int64 { fetches.reduce(0) { $0 + $1.file.size - $1.held } }
    /// Bytes that must be free before the first one is fetched, without a margin.
    package var spaceNeeded: Int64 {
        bytesToFetch + changedDocuments.reduce(0) { $0 + Int64($1.bytes.count) }
    }
    /// Whether the mirror is as it should be: nothing to fetch, to publish or newly to remove.
    package var isUpToDate: Bool {
        fetches.isEmpty && changedDocuments.isEmpty && replacedParts.isEmpty
            && removals.allSatisfy { $0.due != nil }
    }
    /// Files deleted by a run that ends at a time.
    package func removalsDue(at time: Date, grace: TimeInterval) -> [Removal] {
        removals.filter { removal in removal.due.map { $0 <= time } ?? (grace <= 0) }
    }
}
