/// What a mirror keeper allows beyond the default.
package struct TrustPolicy: Hashable, Sendable {
    /// Streams are published about every two weeks; three missed publications are worth a word.
    package static let usualFreezeDays = 45

    /// Days without a change after which an index is warned about; nil for never.
    package let freezeDays: Int?
    /// Whether an index older than the last is accepted: `--allow-rollback`.
    package let allowsRollback: Bool
    /// The key that may take the place of the last one.
    package let confirmedKey: Fingerprint?

    /// A policy.
    package init(
        freezeDays: Int? = usualFreezeDays, allowsRollback: Bool = false,
        confirmedKey: Fingerprint? = nil
    ) {
        self.freezeDays = freezeDays
        self.allowsRollback = allowsRollback
        self.confirmedKey = confirmedKey
    }
}
