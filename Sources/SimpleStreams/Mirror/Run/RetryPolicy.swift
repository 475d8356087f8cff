/// When a file that failed is tried again.
package struct RetryPolicy: Hashable, Sendable {
    /// Tries in a row that brought nothing, before a file counts as failed.
    package var attempts = 5
    /// The pause after the first failure; it doubles with each.
    package var firstPause: Duration = .milliseconds(500)
    /// The longest pause.
    package var longestPause: Duration = .seconds(30)
    /// The longest time upstream may ask to be left alone (`Retry-After`).
    package var longestRetryAfter: Duration = .seconds(300)
    /// Bytes that count as progress: a try that brought as many starts the count anew.
    package var progress: Int64 = 1 << 20

    /// The defaults.
    package init() {}

    /// The pause before the next try.
    ///
    /// - Parameters:
    ///   - failures: tries that failed in a row, at least one.
    ///   - retryAfter: what upstream asked for.
    ///   - chance: a number from 0 up to 1, so that many mirrors do not come back at once.
    package func pause(afterFailures failures: Int, retryAfter: Duration?, chance: Double)
        -> Duration
    {
        let doubled = firstPause * Double(1 << min(failures - 1, 20))
        let pause = min(doubled, longestPause)
        let spread = pause * (0.5 + chance / 2)
        return max(spread, min(retryAfter ?? .zero, longestRetryAfter))
    }
}
