package import ArgumentParser
internal import MAAS
internal import Transport
internal import Workflows

/// `doctor`: looks for what keeps a region's images from arriving.
package struct Doctor: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look for what keeps a region's images from arriving.",
        discussion: Examples.text([
            ("maas-boot doctor", "exits 1 when something is broken"),
            ("maas-boot doctor -o json --all-profiles", "every region's findings for a script"),
        ]))

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var connection: ConnectionOptions

    package init() {}

    package func run(in context: Context) async throws {
        let printer = try ReportPrinter(Finding.listing, .list, output, connection, in: context)
        let problems = ProblemCount()
        try await RegionRun(connection, in: context).printing(printer) { region in
            let session = try await region.session()
            let examiner = Examiner(session: session, signature: region.signature.rawValue)
            let findings = Diagnosis.of(try await examiner.examine(now: context.clock.now))
            await problems.add(findings.count { $0.level == .problem })
            return findings
        }
        if await problems.count > 0 { throw QuietEnd(.failed) }
    }
}

/// Counts over regions that are examined side by side.
private actor ProblemCount {
    private(set) var count = 0

    func add(_ number: Int) {
        count += number
    }
}

extension Finding {
    /// As programs and people see it.
    static let listing = Listing<Finding>(
        plural: "findings",
        fields: [
            Field("check") { .string($0.check) },
            Field("level") { .string($0.level.rawValue) },
            Field("message") { .string($0.message) },
            Field("fix") { .string(orNull: $0.fix) },
        ],
        columns: [
            Column("LEVEL", .identifier, style: { $0.level.style }) { finding, _ in
                finding.level.rawValue
            },
            Column("CHECK", .identifier) { finding, _ in finding.check },
            Column("FINDING") { finding, _ in finding.message },
        ],
        sentence: { finding, _ in
            let level = finding.level.rawValue
            let gap = String(repeating: " ", count: 8 - level.count)
            let fix = finding.fix.map { "\n        fix: \($0)" } ?? ""
            return "\(level)\(gap)\(finding.check): \(finding.message)\(fix)"
        })
}

extension Finding.Level {
    fileprivate var style: Style {
        switch self {
        case .ok: .green
        case .warning: .yellow
        case .problem: .red
        }
    }
}
