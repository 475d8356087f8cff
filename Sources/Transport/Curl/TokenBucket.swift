/// Tells when bytes may be taken so that their average stays under a rate.
///
/// Fills with time up to a twentieth of a second's worth. What is taken may overdraw it, for a
/// piece cannot be cut; the debt is then waited off.
package struct TokenBucket: Sendable {
    private let bytesPerSecond: Double
    private let capacity: Double
    private var level: Double
    private var filled: ContinuousClock.Instant

    package init(bytesPerSecond: Int, now: ContinuousClock.Instant) {
        self.bytesPerSecond = Double(max(1, bytesPerSecond))
        capacity = max(1, self.bytesPerSecond / 20)
        level = capacity
        filled = now
    }

    /// Takes bytes unless there is a debt; false takes none.
    package mutating func take(_ count: Int, now: ContinuousClock.Instant) -> Bool {
        fill(now)
        guard level > 0 else { return false }
        level -= Double(count)
        return true
    }

    /// The time until something may be taken again.
    package mutating func delay(now: ContinuousClock.Instant) -> Duration {
        fill(now)
        return level > 0 ? .zero : .seconds(-level / bytesPerSecond) + .milliseconds(1)
    }

    private mutating func fill(_ now: ContinuousClock.Instant) {
        level = min(capacity, level + (now - filled) / .seconds(1) * bytesPerSecond)
        filled = now
    }
}
