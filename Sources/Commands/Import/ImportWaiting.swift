internal import MAAS
internal import Workflows

/// Waits for a region's images on behalf of a command, showing how it goes.
struct ImportWaiting: Sendable {
    let options: WaitOptions
    let context: Context
    let reading: StreamReading
    /// Said before each line of progress where several regions are waited for.
    let label: String?

    /// Waits to the end. Throws what keeps the images from being ready; when the person interrupts,
    /// says that the import itself goes on.
    func wait(
        _ session: RegionSession, _ baseline: ImportBaseline, expectsImport: Bool,
        read: [Int: StreamCatalogue] = [:]
    ) async throws -> ImportWatch.Outcome {
        var goal = try await WaitGoal.selected(
            on: session, baseline: baseline, expectsImport: expectsImport,
            offers: SourceOffers(reading: reading, read: read))
        goal.deadline = options.timeout.duration
        goal.stall = options.stallTimeout.duration
        do {
            let outcome = try await watch(session, goal, baseline)
            if case .failed(let failure) = outcome.verdict {
                throw failure.error(after: outcome.elapsed)
            }
            return outcome
        } catch  where Task.isCancelled {
            context.inform(
                "the import goes on in the region; to keep waiting: maas-boot import wait")
            throw error
        }
    }

    private func watch(
        _ session: RegionSession, _ goal: WaitGoal, _ baseline: ImportBaseline
    ) async throws -> ImportWatch.Outcome {
        let watch = ImportWatch(
            session: session, goal: goal, baseline: baseline, clock: ContextClock(context))
        // Two bars would be drawn over each other.
        let mode = options.progress.progress
        let isLone = label == nil || (mode != .auto && mode != .bar)
        return try await context.withProgress(isLone ? mode : .plain) { reporter in
            let teller = WaitTeller(reporter, label: label)
            return try await watch.run { await teller.tell($0) }
        }
    }
}

/// Turns what is seen while waiting into progress: a stage per image, bytes, and messages.
private actor WaitTeller {
    private let reporter: any ProgressReporter
    private let label: String?
    private var stage: String?
    private var trouble: String?

    init(_ reporter: any ProgressReporter, label: String?) {
        self.reporter = reporter
        self.label = label
    }

    func tell(_ progress: WaitProgress) {
        if let problem = progress.trouble {
            if problem != trouble { reporter.report(.message("cannot ask the region: \(problem)")) }
            trouble = problem
            return
        }
        trouble = nil
        let name = [label, stageName(progress)].compactMap { $0 }.joined(separator: ": ")
        if name != stage {
            stage = name
            reporter.report(.stage(name))
        }
        if progress.totalBytes > 0 {
            reporter.report(.amount(done: progress.arrivedBytes, total: progress.totalBytes))
        }
    }

    private func stageName(_ progress: WaitProgress) -> String {
        let fetching = progress.images.filter { !$0.complete }
        if let current = fetching.first(where: { $0.arrived > 0 }) ?? fetching.first {
            let others = fetching.count > 1 ? " and \(fetching.count - 1) more" : ""
            return "fetching \(current.name) \(current.arch)/\(current.subarch)\(others)"
        }
        if let missing = progress.missing.first { return "waiting for \(missing.name)" }
        return progress.importing ? "the region is importing" : "confirming that the import ended"
    }
}
