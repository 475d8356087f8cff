internal import MAAS
internal import SimpleStreams
internal import Workflows

extension ApplyReport {
    /// The report of a region to which the document was applied.
    init(_ name: String, _ plan: DocumentPlan, _ outcome: DocumentOutcome, showsName: Bool) {
        self.init(kind: .region, name: name, showsName: showsName)
        steps = outcome.results.map(Step.init)
        order = outcome.order
        warnings = plan.warnings + outcome.warnings
        notices = outcome.notices
        if let ready = outcome.readiness, case .ready(let evidence) = ready.verdict {
            readiness = .init(evidence: evidence, elapsed: ready.elapsed)
        }
        waitFailure = outcome.waitProblem.map(Failure.init(from:))
        message = sentence
    }

    /// The report of a region, or of what kept the document from being applied to it.
    init(_ result: RegionResult<ApplyReport>, showsName: Bool) {
        switch result.result {
        case .success(let report): self = report
        case .failure(let failure):
            self.init(kind: .region, name: result.profile, showsName: showsName)
            self.failure = failure
            message = "failed: \(failure.message)"
        }
    }

    /// The report of what would be done to a region.
    init(planned result: RegionResult<[StepRow]>) {
        switch result.result {
        case .success(let rows):
            self.init(
                planned: rows, of: .region, name: result.profile,
                showsName: rows.first?.showsRegion ?? false)
        case .failure(let failure):
            self.init(kind: .region, name: result.profile, dryRun: true)
            self.failure = failure
            message = "failed: \(failure.message)"
        }
    }

    init(planned rows: [StepRow], of kind: Kind, name: String, showsName: Bool = false) {
        self.init(kind: kind, name: name, showsName: showsName, dryRun: true)
        steps = rows.map { Step(planned: $0.step) }
        message =
            rows.isEmpty
            ? "unchanged: all is as the document says"
            : Counted.text(rows.count, "step") + " would be taken"
    }

    /// What was done, in a line.
    private var sentence: String {
        var parts: [String] = []
        func count(_ result: String, _ words: String) {
            let number = steps.count { $0.result == result }
            if number > 0 { parts.append("\(number) \(words)") }
        }
        count("done", "done")
        count("failed", "failed")
        count("skipped", "skipped")
        count("deferred", "left for later")
        if parts.isEmpty { parts.append("unchanged: all is as the document says") }
        if let order { parts.append(order.phrase) }
        if let readiness {
            parts.append("images ready after \(TypedDuration(.seconds(readiness.seconds)))")
        }
        return parts.joined(separator: "; ")
    }
}
