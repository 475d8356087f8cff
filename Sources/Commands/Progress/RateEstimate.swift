internal import Glibc

/// Estimates a transfer's speed from samples of how much has arrived, smoothed so that the number
/// can be read and still follows a change within some seconds.
package struct RateEstimate: Sendable, Equatable {
    /// How much of the past counts: what is this many seconds old weighs 1/e (37 %).
    private static let memory = 5.0

    private var last: (time: Duration, bytes: Int)?
    /// Weighted sums over the past; their quotient is the rate.
    private var weightedBytes = 0.0
    private var weightedSeconds = 0.0

    package init() {}

    /// Adds a sample: at this time, this many bytes have arrived in all.
    ///
    /// A count below the last one means a fresh start, for which the past says nothing. A sample
    /// that is not later than the last one waits for the next.
    package mutating func add(bytes: Int, at time: Duration) {
        guard let last, bytes >= last.bytes else {
            self = RateEstimate()
            self.last = (time, bytes)
            return
        }
        let seconds = (time - last.time) / .seconds(1)
        guard seconds > 0 else { return }
        let weight = exp(-seconds / Self.memory)
        weightedBytes = weightedBytes * weight + Double(bytes - last.bytes)
        weightedSeconds = weightedSeconds * weight + seconds
        self.last = (time, bytes)
    }

    /// Bytes a second; nil before two samples.
    package var bytesPerSecond: Double? {
        weightedSeconds > 0 ? weightedBytes / weightedSeconds : nil
    }

    /// How long the rest will take at this rate; nil where it cannot be told.
    package func remaining(of total: Int) -> Duration? {
        guard let last, let rate = bytesPerSecond, rate >= 1 else { return nil }
        let seconds = Double(max(0, total - last.bytes)) / rate
        return seconds < 1e9 ? .seconds(seconds.rounded()) : nil
    }

    package static func == (first: RateEstimate, second: RateEstimate) -> Bool {
        first.last?.time == second.last?.time && first.last?.bytes == second.last?.bytes
            && first.weightedBytes == second.weightedBytes
            && first.weightedSeconds == second.weightedSeconds
    }
}
