internal import Workflows

/// A step of a plan, and whose it is.
struct StepRow: Sendable {
    /// The region's profile, or its host and port; nil for a mirror.
    let region: String?
    let step: DocumentStep
    /// Whether lines for people name the region.
    let showsRegion: Bool

    /// As programs and people see it.
    static let listing = Listing<StepRow>(
        plural: "steps",
        fields: [
            Field("region") { .string(orNull: $0.region) },
            Field("op") { .string($0.step.operation.rawValue) },
            Field("kind") { .string($0.step.kind.rawValue) },
            Field("key") { .string($0.step.key) },
            Field("before") { $0.step.side(\.before) },
            Field("after") { $0.step.side(\.after) },
        ],
        columns: [
            Column("REGION", .identifier) { row, _ in row.region ?? "" },
            Column("OP", .identifier) { row, _ in row.step.operation.rawValue },
            Column("KIND", .identifier) { row, _ in row.step.kind.rawValue },
            Column("KEY") { row, _ in row.step.key },
        ],
        sentence: { row, _ in
            let lead = row.showsRegion ? row.region.map { "\($0): " } ?? "" : ""
            return lead + row.step.diff
        })
}

extension DocumentStep {
    /// One side of what becomes different, as an object; null where nothing is told.
    func side(_ side: KeyPath<DocumentChange, DocumentValue>) -> JSONValue {
        changes.isEmpty
            ? .null
            : .object(changes.map { JSONMember($0.field, JSONValue($0[keyPath: side])) })
    }

    /// `+ source URL`, and below it each field that becomes different.
    var diff: String {
        let head = kind == .import ? "start an import" : "\(kind.rawValue) \(key)"
        return (["\(sign) \(head)"] + changes.map(line)).map(VisibleText.oneLine)
            .joined(separator: "\n")
    }

    private func line(_ change: DocumentChange) -> String {
        switch operation {
        case .add: "    \(change.field): \(change.after.shown)"
        case .remove: "    \(change.field): \(change.before.shown)"
        default: "    \(change.field): \(change.before.shown) -> \(change.after.shown)"
        }
    }

    private var sign: String {
        switch operation {
        case .add: "+"
        case .change: "~"
        case .remove: "-"
        case .start, .sync: ">"
        }
    }
}
