/// Is told what a run does. Called from any thread, also while bytes are received: it must be quick.
package protocol MirrorProgress: Sendable {
    /// Something happened.
    func report(_ event: MirrorEvent)
}

/// What happens in a run.
package enum MirrorEvent: Sendable {
    /// A stage began.
    case stage(MirrorStage)
    /// A file that stands in the mirror is read to see whether it is right.
    case reading(RelativePath)
    /// The plan is made.
    case planned(MirrorPlan)
    /// A file's transfer began, at an offset.
    case started(FileEntry, offset: Int64)
    /// Bytes came; the tally says how many in all. At most once for each megabyte of a file.
    case advanced(FileEntry, held: Int64, TransferTally)
    /// A file is tried again after a pause.
    case retrying(FileEntry, FileFailure, after: Duration)
    /// A file is done, one way or the other.
    case finished(FileResult, TransferTally)
}

/// The stages of a run, in their order.
package enum MirrorStage: String, Sendable, CaseIterable {
    case metadata, survey, fetch, publish, clean
}

/// How far a run's transfers are.
package struct TransferTally: Hashable, Sendable {
    /// Files done.
    package var filesDone = 0
    /// Files to fetch in all.
    package var files = 0
    /// Bytes received in this run, those received twice included.
    package var bytesReceived: Int64 = 0
    /// Bytes held of the files to fetch.
    package var bytesHeld: Int64 = 0
    /// Bytes of the files to fetch.
    package var bytes: Int64 = 0
    /// Since the first transfer began.
    package var elapsed: Duration = .zero

    /// Bytes received in a second, on average.
    package var rate: Double {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 ? Double(bytesReceived) / seconds : 0
    }
}

/// Tells nobody.
package struct NoProgress: MirrorProgress {
    /// Silence.
    package init() {}
    package func report(_ event: MirrorEvent) {}
}
