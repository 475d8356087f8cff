package import FoundationEssentials

/// What a mirror is, told by its own records.
package struct MirrorListing: Sendable {
    /// A release (or a boot loader) on one architecture.
    package struct Row: Hashable, Sendable {
        /// What its products file is about.
        package let kind: ContentKind
        /// Operating system: `ubuntu`, `grub-efi-signed`.
        package let os: String
        /// Release: `noble`; nil for boot loaders.
        package let release: String?
        /// Architecture.
        package let arch: String
        /// Sub-architectures held, in order.
        package let subarches: [String]
        /// Versions held, the oldest first.
        package let versions: [String]
        /// Different files.
        package let files: Int
        /// Bytes in them, each file counted once.
        package let bytes: Int64
    }

    /// The base of the stream it mirrors.
    package let upstream: String
    /// What it is to hold.
    package let parts: [MirrorPart]
    /// What it holds, in the order of the metadata.
    package let rows: [Row]
    /// Different files.
    package let files: Int
    /// Bytes in them.
    package let bytes: Int64
    /// Bytes in files that wait to be deleted.
    package let bytesWaiting: Int64
    /// When a run last succeeded.
    package let lastSuccess: Date?
    /// When upstream's index was last changed.
    package let published: UpdatedTime?
    /// The key that signed; nil when verification was skipped.
    package let signer: Fingerprint?
    /// The site's own key that signed what is published; nil when upstream's bytes are.
    package let siteSigner: Fingerprint?
    /// What the age of the metadata gives cause to say.
    package let verdicts: [TrustVerdict]

    /// Reads a mirror's records.
    package init(_ state: MirrorState, now: Date, policy: TrustPolicy = TrustPolicy()) {
        upstream = state.upstream
        parts = state.parts
        rows = Self.rows(state)
        let held = Set(state.holdings.flatMap(\.paths)).compactMap { state.files[$0]?.file }
        files = held.count
        bytes = held.reduce(0) { $0 + $1.size }
        bytesWaiting = state.files.values.filter { $0.due != nil }
            .reduce(0) { $0 + $1.file.size }
        lastSuccess = state.lastSuccess
        published = state.trust?.index.updated
        signer = state.trust?.fingerprint
        siteSigner = state.signing?.fingerprint
        verdicts =
            state.trust.map {
                TrustRecord.judge(
                    previous: nil, current: $0,
                    now: UpdatedTime(seconds: Int64(now.timeIntervalSince1970)), policy: policy)
            } ?? []
    }

    /// Who signed what is published.
    package var signedBy: SignedBy {
        siteSigner != nil ? .site : signer != nil ? .upstream : .unverified
    }

    /// Who signed a mirror's metadata.
    package enum SignedBy: String, Sendable, CaseIterable {
        /// Upstream: the metadata is its own, byte for byte.
        case upstream
        /// The keeper of the mirror: the metadata is reduced to what the mirror holds.
        case site
        /// Nobody whose signature was looked at.
        case unverified
    }

    /// Seconds since a run last succeeded.
    package func age(at now: Date) -> TimeInterval? {
        lastSuccess.map { now.timeIntervalSince($0) }
    }

    private struct Key: Hashable {
        let kind: ContentKind
        let os: String
        let release: String?
        let arch: String
    }

    private static func rows(_ state: MirrorState) -> [Row] {
        var order: [Key] = []
        var groups: [Key: [Holding]] = [:]
        for holding in state.holdings {
            let key = Key(
                kind: holding.kind, os: holding.os ?? "", release: holding.release,
                arch: holding.arch ?? "")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(holding)
        }
        return order.map { key in
            let holdings = groups[key] ?? []
            let files = Set(holdings.flatMap(\.paths)).compactMap { state.files[$0]?.file }
            return Row(
                kind: key.kind, os: key.os, release: key.release, arch: key.arch,
                subarches: Set(holdings.compactMap(\.subarch)).sorted(),
                versions: Set(holdings.map(\.version)).sorted {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                }, files: files.count, bytes: files.reduce(0) { $0 + $1.size })
        }
    }
}
