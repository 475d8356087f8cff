internal import SimpleStreams

/// What a comparison of a mirror with its metadata found.
struct MirrorVerdict: Sendable {
    let directory: String
    let report: VerifyReport
    let acceptance: [MAASAcceptance.Finding]
    let repaired: [FileResult]
    /// Whether files were read, not only looked at.
    let reads: Bool

    /// Whether nothing is wrong any more.
    var isSound: Bool {
        let mended = repairedPaths
        return report.selected > 0 && !acceptance.contains(where: \.isGrave)
            && report.findings.allSatisfy { mended.contains($0.file.path) }
    }

    static let listing = Listing<MirrorVerdict>(
        plural: "mirrors",
        fields: [
            Field("directory") { .string($0.directory) },
            Field("sound") { .bool($0.isSound) },
            Field("checksum") { .bool($0.reads) },
            Field("advertised_files") { .integer($0.report.advertised) },
            Field("selected_files") { .integer($0.report.selected) },
            Field("held_files") { .integer($0.report.held) },
            Field("held_bytes") { .integer(Int($0.report.heldBytes)) },
            Field("vouched_files") { .integer($0.report.vouched) },
            Field("unproven_files") { .integer($0.report.unproven) },
            Field("unselected_products") { .integer($0.report.unselectedProducts) },
            Field("fingerprint") { .string(orNull: $0.report.signer?.description) },
            Field("findings") { verdict in
                .array(
                    verdict.report.findings.map {
                        [
                            "path": .string($0.file.path.text),
                            "problem": .string($0.problem.description),
                        ]
                    })
            },
            Field("acceptance") { .strings($0.acceptance.map(\.description)) },
            Field("repaired") { verdict in
                .strings(
                    verdict.repaired.filter { $0.failure == nil }.map(\.file.path.text))
            },
        ],
        columns: [
            Column("SOUND", .identifier) { verdict, _ in "\(verdict.isSound)" },
            Column("MESSAGE") { verdict, _ in verdict.message },
        ],
        sentence: { verdict, _ in verdict.text })

    private var repairedPaths: Set<RelativePath> {
        Set(repaired.filter { $0.failure == nil }.map(\.file.path))
    }

    private var message: String {
        guard report.selected > 0 else {
            return "\(directory): the metadata names nothing that the recorded filters take"
        }
        let isVouched = report.held > 0 && report.vouched >= report.held
        let how =
            reads
            ? "by size and sha256"
            : isVouched ? "by size and the sha256 that the store keeps" : "by size"
        let right = report.held + repairedPaths.count
        let share = right == report.selected ? "all" : "\(right) of"
        let others = report.advertised - report.selected
        return
            "\(directory): \(share) \(report.selected) selected files are right (\(how)); the "
            + "metadata names \(others <= 0 ? "no others" : "\(others) more")"
    }

    /// What a look at sizes leaves open.
    private var doubt: [String] {
        guard report.unproven > 0 else { return [] }
        return [
            "\(Counted.text(report.unproven, "file")) changed since the mirror wrote or read "
                + "\(report.unproven == 1 ? "it" : "them"): --checksum reads what is there"
        ]
    }

    private var text: String {
        let mended = repairedPaths
        let files = report.findings.map { finding in
            "\(mended.contains(finding.file.path) ? "repaired" : "wrong"): \(finding.file.path): "
                + "\(finding.problem)"
        }
        let judged = acceptance.map { "MAAS: \($0)" }
        return (files + judged + doubt + [message]).joined(separator: "\n")
    }
}
