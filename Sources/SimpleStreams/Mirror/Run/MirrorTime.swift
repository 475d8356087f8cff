package import FoundationEssentials

/// The time and chance a run goes by.
package struct MirrorTime: Sendable {
    /// The present time.
    package let now: @Sendable () -> Date
    /// Waits; ends early, throwing, when the task is cancelled.
    package let sleep: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to 1.
    package let chance: @Sendable () -> Double

    /// A time.
    package init(
        now: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        chance: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.chance = chance
    }

    /// The system's.
    package static let system = MirrorTime(
        now: { Date() }, sleep: { try await Task.sleep(for: $0) },
        chance: { Double.random(in: 0..<1) })
}
