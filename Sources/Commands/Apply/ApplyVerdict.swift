internal import SimpleStreams
internal import Workflows

/// How a whole run of `apply` ended: pure.
struct ApplyVerdict {
    private let reports: [ApplyReport]

    init(_ reports: [ApplyReport]) {
        self.reports = reports
    }

    /// What to end with; nil when all is as the document says.
    ///
    /// The failures' own kind when nothing was done and they are all of one; "some parts failed"
    /// otherwise. Images that did not come count only when nothing else failed, and a step that waits
    /// for its image only when those did, too.
    var failure: Failure? {
        let failed = failures
        guard failed.isEmpty else { return told(failed) }
        if let failure = reports.lazy.compactMap(\.waitFailure).first { return failure }
        return deferred
    }

    private var failures: [(name: String, failure: Failure)] {
        reports.flatMap { report in
            ([report.failure] + report.steps.map(\.failure)).compactMap { failure in
                failure.map { (report.name, $0) }
            }
        }
    }

    private func told(_ failed: [(name: String, failure: Failure)]) -> Failure {
        let first = failed[0].failure
        if failed.count == 1, isAllThereWas { return first }
        let isSameForAll = isAllThereWas && failed.allSatisfy { $0.failure.kind == first.kind }
        return Failure(
            isSameForAll ? first.kind : .partlyFailed,
            "\(Counted.text(failed.count, "part")) of the document failed: "
                + failed.map { "\($0.name): \($0.failure.message)" }.joined(separator: "; "),
            serverText: failed.count == 1 ? first.serverText : nil, hint: first.hint,
            details: [
                "failed": .array(
                    failed.map { name, failure in
                        [
                            "name": .string(name), "code": .string(failure.kind.code),
                            "message": .string(failure.message),
                            "hint": .string(orNull: failure.hint),
                        ]
                    })
            ])
    }

    /// Whether nothing was done, and nothing was in order already.
    private var isAllThereWas: Bool {
        reports.allSatisfy { report in
            (report.failure != nil || report.steps.contains { $0.failure != nil })
                && !report.steps.contains { $0.result == "done" }
        }
    }

    private var deferred: Failure? {
        let steps = reports.flatMap(\.steps).filter { $0.result == "deferred" }
        guard let first = steps.first else { return nil }
        return Failure(
            .deadlinePassed,
            "\(Counted.text(steps.count, "step")) had to be left for later: "
                + "\(first.step.key): \(first.reason ?? "")",
            hint: "apply the document again once the images are there, or with --wait")
    }
}
