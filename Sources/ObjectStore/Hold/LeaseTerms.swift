/// How long a lease lasts, and how it is kept.
package struct LeaseTerms: Sendable, Hashable {
    /// A lease that was not renewed for this time is anybody's.
    package var lifetime: Duration
    /// The pause between renewals.
    package var renewal: Duration
    /// Where the store ignores conditions: how long a writer waits before it reads back whose lease
    /// was written last.
    package var settling: Duration
    /// A lease renewed longer ago than this is renewed before anything is published.
    package var fence: Duration

    /// The usual terms.
    package init(
        lifetime: Duration = .seconds(60), renewal: Duration = .seconds(15),
        settling: Duration = .seconds(2), fence: Duration = .seconds(5)
    ) {
        self.lifetime = lifetime
        self.renewal = renewal
        self.settling = settling
        self.fence = fence
    }
}
