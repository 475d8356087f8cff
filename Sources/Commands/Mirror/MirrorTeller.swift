internal import SimpleStreams
internal import Synchronization

/// Turns what happens in a mirror run into progress for people and machines.
final class MirrorTeller: MirrorProgress {
    private let reporter: any ProgressReporter

    init(_ reporter: any ProgressReporter) {
        self.reporter = reporter
    }

    func report(_ event: MirrorEvent) {
        switch event {
        case .stage(let stage): reporter.report(.stage(stage.phrase))
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
    fileprivate var phrase: String {
        switch self {
        case .metadata: "reading upstream's metadata"
        case .survey: "looking at what is there"
        case .fetch: "fetching"
        case .publish: "publishing"
        case .clean: "removing what is no longer needed"
        }
    }
}
