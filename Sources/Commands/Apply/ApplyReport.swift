internal import MAAS
internal import Workflows

/// What `apply` did to a region or a mirror, or would do.
struct ApplyReport: Sendable {
    enum Kind: String, Sendable {
        case region, mirror
    }

    /// A step as it ended.
    struct Step: Sendable {
        let step: DocumentStep
        /// `done`, `failed`, `skipped`, `deferred`; `planned` in a dry run.
        let result: String
        var reason: String?
        var failure: Failure?
    }

    let kind: Kind
    /// The region's profile, or its host and port; the mirror's directory.
    let name: String
    var showsName = false
    var dryRun = false
    var steps: [Step] = []
    var message = ""
    var order: ImportOrder?
    var readiness: SourceReport.Readiness?
    /// What the images did not come for, where they were waited for.
    var waitFailure: Failure?
    /// What kept the whole from being done.
    var failure: Failure?
    var warnings: [String] = []
    var notices: [Notification] = []

    /// Whether anything is different now, or would be.
    var changed: Bool {
        steps.contains { step in
            step.result == "planned" || (step.result == "done" && !step.startsNothing(order))
        }
    }

    /// As programs and people see it.
    static let listing = Listing<ApplyReport>(
        plural: "regions and mirrors",
        fields: [
            Field("changed") { .bool($0.changed) },
            Field("dry_run") { .bool($0.dryRun) },
            Field("message") { .string($0.message) },
            Field("kind") { .string($0.kind.rawValue) },
            Field("name") { .string($0.name) },
            Field("steps") { .array($0.steps.map(Step.listing.object)) },
            Field("import") { .string(orNull: $0.order?.word) },
            Field("ready") { .bool($0.readiness != nil) },
            Field("evidence") { .string(orNull: $0.readiness?.evidence.rawValue) },
            Field("elapsed_seconds") { .integer(orNull: $0.readiness?.seconds) },
            Field("warnings") { .strings($0.warnings) },
            Field("notices") { .array($0.notices.map(\.json)) },
        ],
        columns: [
            Column("CHANGED", .identifier) { report, _ in "\(report.changed)" },
            Column("NAME") { report, _ in report.name },
            Column("MESSAGE") { report, _ in report.message },
        ],
        sentence: { report, _ in
            (report.steps.map(\.text) + [report.lead + report.message])
                .joined(separator: "\n")
        })

    private var lead: String { showsName ? "\(name): " : "" }
}

extension ApplyReport.Step {
    static let listing = Listing<ApplyReport.Step>(
        plural: "steps",
        fields: [
            Field("op") { .string($0.step.operation.rawValue) },
            Field("kind") { .string($0.step.kind.rawValue) },
            Field("key") { .string($0.step.key) },
            Field("before") { $0.step.side(\.before) },
            Field("after") { $0.step.side(\.after) },
            Field("result") { .string($0.result) },
            Field("reason") { .string(orNull: $0.reason) },
        ],
        columns: [])

    init(_ result: DocumentOutcome.StepResult) {
        step = result.step
        switch result.end {
        case .done: self.result = "done"
        case .failed(let error):
            let told = Failure(from: error)
            self.result = "failed"
            failure = told
            reason = [told.message, told.serverText].compactMap { $0 }.joined(separator: ": ")
        case .skipped(let why):
            self.result = "skipped"
            reason = why
        case .deferred(let why):
            self.result = "deferred"
            reason = why
        }
    }

    init(planned step: DocumentStep) {
        self.step = step
        result = "planned"
    }

    /// Whether it is an order that did not have to be sent.
    func startsNothing(_ order: ImportOrder?) -> Bool {
        step.kind == .import && order?.isOrdered != true
    }

    var text: String {
        guard let reason else { return step.diff }
        return "\(step.diff)\n    \(result): \(VisibleText.oneLine(reason))"
    }
}
