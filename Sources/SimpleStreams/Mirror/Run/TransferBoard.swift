internal import Synchronization

/// Adds up what the transfers of a run have moved, and tells the progress of it.
final class TransferBoard: Sendable {
    /// Bytes of a file between two reports.
    static let interval: Int64 = 1 << 20

    private let progress: any MirrorProgress
    private let started = ContinuousClock.now
    private let tally: Mutex<TransferTally>

    init(_ fetches: [MirrorPlan.Fetch], reportingTo progress: any MirrorProgress) {
        self.progress = progress
        tally = Mutex(
            TransferTally(
                files: fetches.count, bytesHeld: fetches.reduce(0) { $0 + $1.held },
                bytes: fetches.reduce(0) { $0 + $1.file.size }))
    }

    /// Bytes of a file came. Reports when they cross a multiple of the interval.
    func advance(_ file: FileEntry, held: Int64, by count: Int) {
        let now = update { tally in
            tally.bytesReceived += Int64(count)
            tally.bytesHeld += Int64(count)
        }
        guard held / Self.interval != (held - Int64(count)) / Self.interval else { return }
        progress.report(.advanced(file, held: held, now))
    }

    /// Bytes held of a file are void.
    func lose(_ count: Int64) {
        _ = update { $0.bytesHeld -= count }
    }

    /// A file is done.
    func finish(_ result: FileResult) {
        let now = update { $0.filesDone += 1 }
        progress.report(.finished(result, now))
    }

    /// Passes an event on.
    func report(_ event: MirrorEvent) {
        progress.report(event)
    }

    private func update(_ change: (inout sending TransferTally) -> Void) -> TransferTally {
        tally.withLock { tally in
            change(&tally)
            tally.elapsed = ContinuousClock.now - started
            return tally
        }
    }
}
