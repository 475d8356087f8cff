internal import SimpleStreams
internal import Synchronization

/// Turns what happens in a mirror run into progress for people and machines.
final class MirrorTeller: MirrorProgress {
    private let reporter: any ProgressReporter
    private let deed: MirrorDeed

    init(_ reporter: any ProgressReporter, _ deed: MirrorDeed = .fetch) {
        self.reporter = reporter
        self.deed = deed
    }

    func report(_ event: MirrorEvent) {
        switch event {
        case .stage(let stage): reporter.report(.stage(stage.phrase(deed)))
        case .advanced(_, _, let tally): tell(tally)
        case .finished(let result, let tally):
            if let failure = result.failure, failure != .cancelled {
                reporter.report(.message("failed: \(result.file.path): \(failure)"))
            }
            tell(tally)
        case .retrying(let file, let failure, let pause):
            reporter.report(
                .message("\(file.path): \(failure); trying again in \(TypedDuration(pause))"))
        case .reading, .planned, .started: break
        }
    }

    private func tell(_ tally: TransferTally) {
        reporter.report(.amount(done: Int(tally.bytesHeld), total: Int(tally.bytes)))
    }
}

extension MirrorStage {
    fileprivate func phrase(_ deed: MirrorDeed) -> String {
        switch self {
        case .metadata: "reading \(deed.origin) metadata"
        case .survey: "looking at what is there"
        case .fetch: deed.progressive
        case .publish: "publishing"
        case .clean: "removing what is no longer needed"
        }
    }
}
